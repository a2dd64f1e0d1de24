/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * The server has no disk space, memory or connections left for this (class 53).
 *
 * @since 0.1.0
 */
public class InsufficientResources extends DatabaseException {

    public InsufficientResources(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
