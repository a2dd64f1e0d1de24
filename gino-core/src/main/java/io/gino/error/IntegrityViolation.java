package io.gino.error;

/** A constraint refused a row; the subclasses say which kind of constraint. */
public class IntegrityViolation extends DatabaseException {

    public IntegrityViolation(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
