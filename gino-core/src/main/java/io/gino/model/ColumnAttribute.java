/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.schema.Column;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model's attribute: the column itself, usable in any expression, that can also read and write the attribute of an
 * instance. An {@link AttributeFactory} may give a subclass.
 *
 * @param <M> the model
 * @param <T> the Java type of the attribute
 * @since 0.1.0
 */
public class ColumnAttribute<M, T> extends Column<T> {

    private final Class<M> model;
    private final String attribute;
    private final Accessor accessor;

    protected ColumnAttribute(AttributeDeclaration<M, T> declared) {
        super(declared.column(), declared.type(), declared.options(), declared.shared());
        this.model = declared.model();
        this.attribute = declared.attribute();
        this.accessor = declared.accessor();
    }

    /** The model that declares it. */
    public final Model<M> model() {
        return Model.of(model);
    }

    /** The attribute's name in Java; the column's is {@link #name()}. */
    public final String attribute() {
        return attribute;
    }

    @Override
    protected final Optional<String> origin() {
        return Optional.of("attribute '" + attribute + "' of model " + model.getSimpleName());
    }

    /** The value that the instance holds in memory. */
    @SuppressWarnings("unchecked") // the attribute's own type
    public @Nullable T get(M instance) {
        return (@Nullable T) accessor.get(instance);
    }

    /**
     * Puts a value into the instance's memory; nothing is sent. What is read from the database does not come this way.
     *
     * @throws io.gino.error.LoadException when the attribute is final, as a record's are
     */
    public void set(M instance, @Nullable T value) {
        accessor.set(instance, value);
    }

    /** Sets it to a value that can be made one of its type. */
    final void convert(M instance, @Nullable Object value) {
        set(instance, value == null ? null : type().convert(value));
    }

    final void put(M instance, @Nullable Object value) {
        accessor.set(instance, value);
    }
}
