/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that gino throws on its own account; catch it to catch them all.
 *
 * @since 0.1.0
 */
public class GinoException extends RuntimeException {

    public GinoException(String message) {
        super(message);
    }

    public GinoException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
