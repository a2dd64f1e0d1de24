package io.gino.error;

import org.jspecify.annotations.Nullable;

/** {@code one} found no row. */
public class NoResultFoundException extends GinoException {

    public NoResultFoundException(String message) {
        super(message);
    }

    public NoResultFoundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
