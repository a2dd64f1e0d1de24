package io.gino.error;

/** The connection ended while the statement was under way; whether it took effect is not known. */
public class ConnectionLost extends DatabaseException {

    public ConnectionLost(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
