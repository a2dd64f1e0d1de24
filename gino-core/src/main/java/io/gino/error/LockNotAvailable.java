/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * A lock was not to be had at once, or within the lock timeout (55P03).
 *
 * @since 0.1.0
 */
public class LockNotAvailable extends DatabaseException {

    public LockNotAvailable(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
