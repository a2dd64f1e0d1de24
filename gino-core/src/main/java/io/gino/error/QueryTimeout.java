/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * The statement was cancelled, by a timeout or by request (57014).
 *
 * @since 0.1.0
 */
public class QueryTimeout extends DatabaseException {

    public QueryTimeout(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
