/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model whose columns need no fields: what static fields and {@link DeclaredAttr} methods declare is an attribute, and
 * instances keep the values in memory. Reading or setting one never does I/O. Not thread-safe, as other models.
 *
 * @since 0.1.0
 */
public abstract class DynamicModel {

    private final Map<String, @Nullable Object> store = new LinkedHashMap<>();

    Map<String, @Nullable Object> store() {
        return store;
    }

    /**
     * The value in memory; null when there is none.
     *
     * @throws io.gino.error.SchemaException when there is no such attribute
     */
    public @Nullable Object get(String attribute) {
        return model().column(attribute).get(this);
    }

    /**
     * Puts a value into memory; nothing is sent.
     *
     * @throws io.gino.error.StatementException when the value is of another type than the attribute
     */
    public void set(String attribute, @Nullable Object value) {
        model().set(this, attribute, value);
    }

    /** What is in memory, by attribute, without what has a field. */
    public Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(store);
    }

    @SuppressWarnings("unchecked") // an instance's class
    private Model<DynamicModel> model() {
        return Model.of((Class<DynamicModel>) getClass());
    }
}
