/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * An exclusion constraint refused a row (23P01).
 *
 * @since 0.1.0
 */
public class ExclusionViolation extends IntegrityViolation {

    public ExclusionViolation(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
