/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * A row refers to one that is not there, or is still referred to (23503).
 *
 * @since 0.1.0
 */
public class ForeignKeyViolation extends IntegrityViolation {

    public ForeignKeyViolation(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
