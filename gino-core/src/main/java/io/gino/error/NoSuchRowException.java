package io.gino.error;

import org.jspecify.annotations.Nullable;

/** An instance was to be updated or read again, and its row is not there. */
public class NoSuchRowException extends GinoException {

    public NoSuchRowException(String message) {
        super(message);
    }

    public NoSuchRowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
