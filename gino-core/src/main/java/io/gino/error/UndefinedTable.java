/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * The statement names a table that is not there (42P01).
 *
 * @since 0.1.0
 */
public class UndefinedTable extends DatabaseException {

    public UndefinedTable(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
