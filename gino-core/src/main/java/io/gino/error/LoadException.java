package io.gino.error;

import org.jspecify.annotations.Nullable;

/** A row that cannot become the value that was asked for. */
public class LoadException extends GinoException {

    public LoadException(String message) {
        super(message);
    }

    public LoadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
