/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * An instance was to be updated or read again, and its row is not there.
 *
 * @since 0.1.0
 */
public class NoSuchRowException extends GinoException {

    public NoSuchRowException(String message) {
        super(message);
    }

    public NoSuchRowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
