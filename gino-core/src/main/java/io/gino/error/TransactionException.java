package io.gino.error;

import org.jspecify.annotations.Nullable;

/** A transaction that cannot begin, go on or end as asked. */
public class TransactionException extends GinoException {

    public TransactionException(String message) {
        super(message);
    }

    public TransactionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
