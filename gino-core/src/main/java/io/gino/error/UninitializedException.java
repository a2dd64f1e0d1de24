package io.gino.error;

import org.jspecify.annotations.Nullable;

/** Work asked of a {@code Gino} that is not bound to an engine. */
public class UninitializedException extends GinoException {

    public UninitializedException(String message) {
        super(message);
    }

    public UninitializedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
