/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * A value that PostgreSQL cannot take: out of range, too long, not of the type, a division by zero (class 22).
 *
 * @since 0.1.0
 */
public class DataException extends DatabaseException {

    public DataException(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
