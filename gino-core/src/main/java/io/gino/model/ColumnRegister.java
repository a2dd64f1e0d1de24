/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import io.gino.schema.Table;
import java.util.List;
import java.util.Optional;

/** The columns of a model that is being declared. */
final class ColumnRegister<M> {

    private final Class<M> type;
    private final AttributeFactory factory;
    /** The table of another model that has the columns already. */
    private final Optional<Table> shared;

    private final List<ColumnAttribute<M, ?>> columns;
    private final InvertDict<String, String> columnsByAttribute = new InvertDict<>();
    private Optional<ColumnAttribute<M, ?>> version = Optional.empty();

    /** @param columns where they go */
    ColumnRegister(
            Class<M> type, AttributeFactory factory, Optional<Table> shared, List<ColumnAttribute<M, ?>> columns) {
        this.type = type;
        this.factory = factory;
        this.shared = shared;
        this.columns = columns;
    }

    /** What the next column's position will be. */
    int next() {
        return columns.size();
    }

    boolean isShared() {
        return shared.isPresent();
    }

    /** Takes note of a column that is there already. */
    void reserve(ColumnAttribute<?, ?> column) {
        columnsByAttribute.put(column.attribute(), column.name());
    }

    /** Takes in a column, which is of this model alone from now on. */
    <T> void add(String attribute, Accessor accessor, io.gino.schema.Column<T> declared) {
        Optional<String> other = columnsByAttribute.invertGet(declared.name());
        if (other.isPresent()) {
            throw new SchemaException("Model " + type.getSimpleName() + " maps two attributes to the column '"
                    + declared.name() + "': '" + other.get() + "' and '" + attribute
                    + "'. Give one of them another name by @Column(\"…\"), or annotate it @Transient.");
        }
        columnsByAttribute.put(attribute, declared.name());
        io.gino.schema.Column<T> column = shared.isPresent() ? same(attribute, declared, shared.get()) : declared;
        columns.add(factory.attribute(new AttributeDeclaration<>(type, attribute, accessor, column, shared)));
    }

    @SuppressWarnings("unchecked") // checked by its Java class
    private <T> io.gino.schema.Column<T> same(String attribute, io.gino.schema.Column<T> declared, Table table) {
        io.gino.schema.Column<?> same = table.findColumn(declared.name())
                .orElseThrow(() -> new SchemaException("Attribute '" + attribute + "' of model "
                        + type.getSimpleName() + " has no column: table '" + table.tableName() + "' has none named '"
                        + declared.name() + "'. "
                        + Wording.didYouMean(
                                declared.name(),
                                table.columns().stream()
                                        .map(io.gino.schema.Column::name)
                                        .toList())
                        + " Name one by @Column(\"…\"), or annotate the attribute @Transient."));
        if (same.type().javaType() != declared.type().javaType()) {
            throw new SchemaException("Attribute '" + attribute + "' of model " + type.getSimpleName() + " is a "
                    + declared.type().javaType().getSimpleName() + ", and column '" + same + "' a "
                    + same.type().javaType().getSimpleName() + ". Give it the column's type.");
        }
        return (io.gino.schema.Column<T>) same;
    }

    /** Takes the column that came last for the one that counts changes. */
    void countsChanges() {
        ColumnAttribute<M, ?> column = columns.get(columns.size() - 1);
        version.ifPresent(other -> {
            throw new SchemaException("Model " + type.getSimpleName() + " has two attributes annotated @Version, '"
                    + other.attribute() + "' and '" + column.attribute() + "'. Annotate one of them.");
        });
        version = Optional.of(column);
    }

    Optional<ColumnAttribute<M, ?>> version() {
        return version;
    }
}
