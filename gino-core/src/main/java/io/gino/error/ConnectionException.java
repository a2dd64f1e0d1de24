package io.gino.error;

import org.jspecify.annotations.Nullable;

/** The database could not be reached, or no connection was free in time. */
public class ConnectionException extends GinoException {

    public ConnectionException(String message) {
        super(message);
    }

    public ConnectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
