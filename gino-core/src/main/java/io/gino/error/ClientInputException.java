/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import org.jspecify.annotations.Nullable;

/**
 * What the client of an application gave, an order that is not listed or a page token that was changed, cannot be used;
 * nothing has reached the database. A web application answers it as the client's mistake.
 *
 * @since 0.1.0
 */
public class ClientInputException extends StatementException {

    public ClientInputException(String message) {
        super(message);
    }

    public ClientInputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
