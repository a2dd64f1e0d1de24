/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * A statement that cannot be sent as written; nothing has reached the database.
 *
 * @since 0.1.0
 */
public class StatementException extends GinoException {

    public StatementException(String message) {
        super(message);
    }

    public StatementException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
