/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * The connection ended while the statement was under way; whether it took effect is not known.
 *
 * @since 0.1.0
 */
public class ConnectionLost extends DatabaseException {

    public ConnectionLost(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
