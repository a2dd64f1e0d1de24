package io.gino.model;

import io.gino.schema.Column;
import io.gino.schema.ColumnOptions;
import io.gino.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A model's attribute: the column itself, usable in any expression, that can also read and write the attribute of an
 * instance.
 *
 * @param <M> the model
 * @param <T> the Java type of the attribute
 */
public final class ColumnAttribute<M, T> extends Column<T> {

    private final String attribute;
    private final Accessor accessor;

    ColumnAttribute(String attribute, String column, SqlType<T> type, ColumnOptions options, Accessor accessor) {
        super(column, type, options);
        this.attribute = attribute;
        this.accessor = accessor;
    }

    /** The attribute's name in Java; the column's is {@link #name()}. */
    public String attribute() {
        return attribute;
    }

    /** The value that the instance holds in memory. */
    @SuppressWarnings("unchecked") // the attribute's own type
    public @Nullable T get(M instance) {
        return (@Nullable T) accessor.get(instance);
    }

    /**
     * Puts a value into the instance's memory; nothing is sent.
     *
     * @throws io.gino.error.LoadException when the attribute is final, as a record's are
     */
    public void set(M instance, @Nullable T value) {
        accessor.set(instance, value);
    }

    void put(M instance, @Nullable Object value) {
        accessor.set(instance, value);
    }
}
