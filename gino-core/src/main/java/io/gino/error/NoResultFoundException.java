/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * {@code one} found no row.
 *
 * @since 0.1.0
 */
public class NoResultFoundException extends GinoException {

    public NoResultFoundException(String message) {
        super(message);
    }

    public NoResultFoundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
