/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.Identifier;
import io.gino.sql.Label;
import io.gino.sql.QualifiedName;
import io.gino.sql.Query;
import io.gino.sql.TableClause;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query under a name, to select from like a table. Compared by identity; immutable.
 *
 * @since 0.1.0
 */
public final class View extends TableClause implements SchemaObject {

    private final QualifiedName qualifiedName;
    private final Query<?> query;
    private final boolean isMaterialized;
    private final List<Index> indexes;
    private final List<ViewColumn<?>> columns;

    private View(QualifiedName qualifiedName, Query<?> query, boolean isMaterialized, List<Index> indexes) {
        this.qualifiedName = qualifiedName;
        this.query = query;
        this.isMaterialized = isMaterialized;
        this.indexes = List.copyOf(indexes);
        this.columns =
                query.columns().stream().<ViewColumn<?>>map(this::columnOf).toList();
        requireNames();
        indexes.forEach(index -> {
            index.requireColumns(qualifiedName.toString());
            index.columns().forEach(this::column);
        });
    }

    static View of(String name, Query<?> query) {
        return new View(QualifiedName.parse(name), query, false, List.of());
    }

    static View materialized(String name, Query<?> query, Index... indexes) {
        return new View(QualifiedName.parse(name), query, true, Arrays.asList(indexes));
    }

    private <T> ViewColumn<T> columnOf(Expression<T> selected) {
        return new ViewColumn<>(this, Identifier.of(selected.resultName()), selected);
    }

    private void requireNames() {
        Set<String> names = new HashSet<>();
        for (ViewColumn<?> column : columns) {
            if (!names.add(column.name())) {
                throw new SchemaException("The view '" + qualifiedName + "' selects several columns named '"
                        + column.name() + "'. Give each its own name with as(…).");
            }
        }
    }

    public Query<?> query() {
        return query;
    }

    /** Whether its rows are stored, as they were when it was created or refreshed last. */
    public boolean isMaterialized() {
        return isMaterialized;
    }

    public List<Index> indexes() {
        return indexes;
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public QualifiedName qualifiedName() {
        return qualifiedName;
    }

    @Override
    public Identifier identifier() {
        return qualifiedName.name();
    }

    @Override
    public Optional<Identifier> schema() {
        return qualifiedName.schema();
    }

    @Override
    public List<? extends ColumnClause<?>> columns() {
        return columns;
    }

    /**
     * The column of this name.
     *
     * @throws SchemaException when there is none
     */
    @Override
    public ColumnClause<?> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SchemaException("The view '" + qualifiedName + "' has no column '" + name + "'. "
                        + Wording.didYouMean(
                                name, columns.stream().map(ColumnClause::name).toList())));
    }

    /**
     * The column that carries what is selected inside.
     *
     * @throws SchemaException when that is not selected
     */
    @SuppressWarnings("unchecked") // a view's column has its base's type
    public <T> ColumnClause<T> column(Expression<T> selected) {
        for (ViewColumn<?> column : columns) {
            Expression<?> base = column.base();
            if (base.equals(selected)
                    || (base instanceof Label<?> label && label.expression().equals(selected))) {
                return (ColumnClause<T>) column;
            }
        }
        throw new SchemaException("The view '" + qualifiedName + "' does not select " + selected + ".");
    }
}
