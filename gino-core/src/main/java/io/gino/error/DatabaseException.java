/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import java.util.Optional;

/**
 * PostgreSQL refused a statement. The subclasses name the refusals that programs react to; any other arrives as this
 * class. The message carries the SQL but never its values; the driver's exception is the cause.
 *
 * @since 0.1.0
 */
public class DatabaseException extends GinoException {

    private final transient DatabaseError error;

    public DatabaseException(String message, DatabaseError error, Throwable cause) {
        super(message, cause);
        this.error = error;
    }

    /** The five characters of PostgreSQL's error code, such as {@code 23505}. */
    public String sqlState() {
        return error.sqlState();
    }

    /** The statement that was refused; empty when none was under way. */
    public Optional<String> sql() {
        return Optional.ofNullable(error.sql());
    }

    /** What PostgreSQL itself reported: table, columns and constraint among it. */
    public DatabaseError error() {
        return error;
    }
}
