/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.schema.ColumnOptions;
import io.gino.schema.Table;
import io.gino.type.SqlType;
import java.util.Optional;

/**
 * An attribute as its model declares it, for an {@link AttributeFactory} to make a column of.
 *
 * @param <M> the model
 * @param <T> the Java type of the attribute
 * @since 0.1.0
 */
public final class AttributeDeclaration<M, T> {

    private final Class<M> model;
    private final String attribute;
    private final Accessor accessor;
    private final String column;
    private final SqlType<T> type;
    private final ColumnOptions options;
    private final Optional<Table> shared;

    /** @param shared the table of another model that has the column already */
    AttributeDeclaration(
            Class<M> model,
            String attribute,
            Accessor accessor,
            io.gino.schema.Column<T> column,
            Optional<Table> shared) {
        this.model = model;
        this.attribute = attribute;
        this.accessor = accessor;
        this.column = column.name();
        this.type = column.type();
        this.options = column.options();
        this.shared = shared;
    }

    public Class<M> model() {
        return model;
    }

    /** The attribute's name in Java. */
    public String attribute() {
        return attribute;
    }

    /** The column's name. */
    public String column() {
        return column;
    }

    public SqlType<T> type() {
        return type;
    }

    public ColumnOptions options() {
        return options;
    }

    Accessor accessor() {
        return accessor;
    }

    Optional<Table> shared() {
        return shared;
    }
}
