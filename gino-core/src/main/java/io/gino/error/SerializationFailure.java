package io.gino.error;

/** Concurrent transactions cannot be put in an order (40001); run the transaction again. */
public class SerializationFailure extends DatabaseException {

    public SerializationFailure(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
