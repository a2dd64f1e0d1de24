/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * A transaction that cannot begin, go on or end as asked.
 *
 * @since 0.1.0
 */
public class TransactionException extends GinoException {

    public TransactionException(String message) {
        super(message);
    }

    public TransactionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
