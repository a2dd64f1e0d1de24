package io.gino.error;

import org.jspecify.annotations.Nullable;

/** {@code one} or {@code oneOrNone} found more than one row. */
public class MultipleResultsFoundException extends GinoException {

    public MultipleResultsFoundException(String message) {
        super(message);
    }

    public MultipleResultsFoundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
