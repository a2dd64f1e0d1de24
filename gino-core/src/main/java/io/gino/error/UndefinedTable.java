package io.gino.error;

/** The statement names a table that is not there (42P01). */
public class UndefinedTable extends DatabaseException {

    public UndefinedTable(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
