/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * Concurrent transactions cannot be put in an order (40001); run the transaction again.
 *
 * @since 0.1.0
 */
public class SerializationFailure extends DatabaseException {

    public SerializationFailure(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
