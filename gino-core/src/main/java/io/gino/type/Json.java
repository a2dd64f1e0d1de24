/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as text. {@link #of(Object)} and {@link #as} need Jackson 3 on the class path; the text alone does not.
 *
 * @since 0.1.0
 */
public record Json(String text) {

    public Json {
        Objects.requireNonNull(text, "A JSON document needs its text; for SQL NULL use a null Json");
    }

    /** The document that Jackson writes for {@code value}; a document is itself. */
    public static Json of(Object value) {
        return value instanceof Json json ? json : new Json(Jackson.write(value));
    }

    /**
     * The document as Jackson reads it.
     *
     * @return null for JSON's {@code null}
     * @throws LoadException when it does not fit
     */
    public <V> @Nullable V as(Class<V> valueType) {
        return valueType.cast(Jackson.read(text, JsonType.Container.NONE, valueType));
    }
}
