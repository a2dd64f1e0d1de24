/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * A NOT NULL column was given no value (23502).
 *
 * @since 0.1.0
 */
public class NotNullViolation extends IntegrityViolation {

    public NotNullViolation(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
