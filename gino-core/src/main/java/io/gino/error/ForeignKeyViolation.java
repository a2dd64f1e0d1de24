package io.gino.error;

/** A row refers to one that is not there, or is still referred to (23503). */
public class ForeignKeyViolation extends IntegrityViolation {

    public ForeignKeyViolation(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
