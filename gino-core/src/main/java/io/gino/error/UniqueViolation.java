/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

/**
 * A unique constraint or index already holds the key (23505).
 *
 * @since 0.1.0
 */
public class UniqueViolation extends IntegrityViolation {

    public UniqueViolation(String message, DatabaseError error, Throwable cause) {
        super(message, error, cause);
    }
}
