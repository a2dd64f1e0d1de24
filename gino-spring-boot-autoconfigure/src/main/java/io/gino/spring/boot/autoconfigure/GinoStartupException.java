/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.error.GinoException;
import org.jspecify.annotations.Nullable;

/** GINO keeps the application from starting. {@link GinoStartupFailureAnalyzer} prints it in the place of a stack trace. */
final class GinoStartupException extends GinoException {

    private final String description;
    private final String action;

    /**
     * Says it without a cause.
     *
     * @param description what is wrong, in one sentence
     * @param action what to do about it
     */
    GinoStartupException(String description, String action) {
        this(description, action, null);
    }

    /** The same with what the driver or the database said. */
    GinoStartupException(String description, String action, @Nullable Throwable cause) {
        super(description + " " + action, cause);
        this.description = description;
        this.action = action;
    }

    String description() {
        return description;
    }

    String action() {
        return action;
    }
}
