/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * A constraint refused a row; the subclasses say which kind of constraint.
 *
 * @since 0.1.0
 */
public class IntegrityViolation extends DatabaseException {

    public IntegrityViolation(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
