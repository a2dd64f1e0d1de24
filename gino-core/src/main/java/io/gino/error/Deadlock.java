package io.gino.error;

/** PostgreSQL ended a deadlock by refusing this transaction (40P01); run it again. */
public class Deadlock extends DatabaseException {

    public Deadlock(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
