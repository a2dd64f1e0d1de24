/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.Identifier;
import io.gino.sql.JsonField;
import io.gino.sql.OrderTerm;
import io.gino.sql.Ordering;
import io.gino.sql.QualifiedName;
import io.gino.type.Types;
import java.util.Optional;

/**
 * One of the columns or expressions of an index, and how it is indexed.
 *
 * @since 0.1.0
 */
public record IndexElement(
        Expression<?> expression,
        Optional<Identifier> collation,
        Optional<QualifiedName> operatorClass,
        Ordering.Direction direction,
        Ordering.Nulls nulls) {

    public IndexElement {
        if (expression instanceof ColumnClause<?> column
                && !column.field().map(JsonField::isImmutable).orElse(true)) {
            throw new SchemaException("PostgreSQL cannot index '" + column + "': it reads a "
                    + column.type().name() + " from text by the settings of the session. Index its text(),"
                    + " and compare that.");
        }
    }

    static IndexElement of(Expression<?> expression) {
        return new IndexElement(
                expression, Optional.empty(), Optional.empty(), Ordering.Direction.ASC, Ordering.Nulls.DEFAULT);
    }

    /** The column of this name, whichever table has it. */
    static IndexElement of(String column) {
        return of(Column.of(column, Types.UNKNOWN));
    }

    static IndexElement of(OrderTerm term) {
        if (term instanceof Ordering ordering) {
            return new IndexElement(
                    ordering.expression(), Optional.empty(), Optional.empty(), ordering.direction(), ordering.nulls());
        }
        return of((Expression<?>) term);
    }

    /** Sorted by the rules of this collation. */
    public IndexElement collate(String name) {
        return new IndexElement(expression, Optional.of(Identifier.of(name)), operatorClass, direction, nulls);
    }

    /** For other operators than those of the type by default, such as {@code text_pattern_ops}. */
    public IndexElement operatorClass(String name) {
        return new IndexElement(expression, collation, Optional.of(QualifiedName.parse(name)), direction, nulls);
    }

    public IndexElement desc() {
        return new IndexElement(expression, collation, operatorClass, Ordering.Direction.DESC, nulls);
    }

    public IndexElement nullsFirst() {
        return new IndexElement(expression, collation, operatorClass, direction, Ordering.Nulls.FIRST);
    }

    public IndexElement nullsLast() {
        return new IndexElement(expression, collation, operatorClass, direction, Ordering.Nulls.LAST);
    }

    /** The name of the column that this is; empty for any other expression. */
    public Optional<String> column() {
        return expression instanceof ColumnClause<?> column && column.field().isEmpty()
                ? Optional.of(column.name())
                : Optional.empty();
    }
}
