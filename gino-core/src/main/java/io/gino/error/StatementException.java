package io.gino.error;

import org.jspecify.annotations.Nullable;

/** A statement that cannot be sent as written; nothing has reached the database. */
public class StatementException extends GinoException {

    public StatementException(String message) {
        super(message);
    }

    public StatementException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
