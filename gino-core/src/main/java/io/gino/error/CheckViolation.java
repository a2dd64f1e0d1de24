/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * A check constraint refused a row (23514).
 *
 * @since 0.1.0
 */
public class CheckViolation extends IntegrityViolation {

    public CheckViolation(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
