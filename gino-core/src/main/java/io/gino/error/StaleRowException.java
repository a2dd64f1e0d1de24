/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * An instance was to be stored or deleted, and its row has changed since it was read: its version is another one.
 *
 * @since 0.1.0
 */
public class StaleRowException extends GinoException {

    public StaleRowException(String message) {
        super(message);
    }

    public StaleRowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
