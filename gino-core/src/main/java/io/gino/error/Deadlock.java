/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * PostgreSQL ended a deadlock by refusing this transaction (40P01); run it again.
 *
 * @since 0.1.0
 */
public class Deadlock extends DatabaseException {

    public Deadlock(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
