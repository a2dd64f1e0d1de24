/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * {@code one} or {@code oneOrNone} found more than one row.
 *
 * @since 0.1.0
 */
public class MultipleResultsFoundException extends GinoException {

    public MultipleResultsFoundException(String message) {
        super(message);
    }

    public MultipleResultsFoundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
