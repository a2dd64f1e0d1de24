package io.gino.error;

/** The server has no disk space, memory or connections left for this (class 53). */
public class InsufficientResources extends DatabaseException {

    public InsufficientResources(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
