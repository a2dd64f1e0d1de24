/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * Work asked of a {@code Gino} that is not bound to an engine.
 *
 * @since 0.1.0
 */
public class UninitializedException extends GinoException {

    public UninitializedException(String message) {
        super(message);
    }

    public UninitializedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
