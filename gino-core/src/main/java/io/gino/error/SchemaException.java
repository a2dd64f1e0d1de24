/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * A table, column, model or other declaration that cannot stand as written.
 *
 * @since 0.1.0
 */
public class SchemaException extends GinoException {

    public SchemaException(String message) {
        super(message);
    }

    public SchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
