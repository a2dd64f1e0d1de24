/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.error.Wording;
import io.gino.row.Row;
import io.gino.type.SqlType;
import java.util.List;

/**
 * What rows can be selected from: a table, an alias, a sub-query, or a join of them.
 *
 * @since 0.1.0
 */
public sealed interface FromItem permits TableClause, Alias, TableSample, NamedSource, Lateral, Join {

    /** Every column, in order. */
    List<? extends ColumnClause<?>> columns();

    /** The name that messages call it by. */
    String label();

    /** The foreign keys that lead from here to other tables. */
    List<Reference> references();

    /** The tables, aliases and sub-queries that this consists of: for all but joins, itself. */
    default List<FromItem> parts() {
        return List.of(this);
    }

    /** The name of the table that rows come from, as foreign keys refer to it; empty text when it is not one table. */
    String tableName();

    /**
     * The column of this name.
     *
     * @throws StatementException when there is none
     */
    default ColumnClause<?> column(String name) {
        for (ColumnClause<?> column : columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw new StatementException("'" + label() + "' has no column '" + name + "'. "
                + Wording.didYouMean(
                        name, columns().stream().map(ColumnClause::name).toList()));
    }

    /**
     * The column of this name, as one of this type.
     *
     * @throws StatementException when there is none, or it has another Java type
     */
    @SuppressWarnings("unchecked") // checked by its Java class
    default <T> ColumnClause<T> column(String name, SqlType<T> type) {
        ColumnClause<?> column = column(name);
        if (column.type().javaType() != type.javaType()) {
            throw new StatementException(
                    "Column '" + column + "' is a " + column.type().javaType().getSimpleName() + " in Java, not a "
                            + type.javaType().getSimpleName() + ".");
        }
        return (ColumnClause<T>) column;
    }

    /** All columns of all rows. */
    default Select<Row> select() {
        return Sql.select(List.copyOf(columns())).from(this);
    }

    /** Rows of both that belong together, by the one foreign key between them. */
    default Join join(FromItem right) {
        return Join.byForeignKey(Join.Kind.INNER, this, right);
    }

    default Join join(FromItem right, Expression<Boolean> on) {
        return new Join(Join.Kind.INNER, this, right, Condition.of(on));
    }

    /** Every row of this, with what belongs to it on the right or NULLs, by the one foreign key between them. */
    default Join leftJoin(FromItem right) {
        return Join.byForeignKey(Join.Kind.LEFT, this, right);
    }

    default Join leftJoin(FromItem right, Expression<Boolean> on) {
        return new Join(Join.Kind.LEFT, this, right, Condition.of(on));
    }

    /** Every row of the right, with what belongs to it here or NULLs, by the one foreign key between them. */
    default Join rightJoin(FromItem right) {
        return Join.byForeignKey(Join.Kind.RIGHT, this, right);
    }

    default Join rightJoin(FromItem right, Expression<Boolean> on) {
        return new Join(Join.Kind.RIGHT, this, right, Condition.of(on));
    }

    /** Every row of both, with what belongs to it or NULLs, by the one foreign key between them. */
    default Join fullJoin(FromItem right) {
        return Join.byForeignKey(Join.Kind.FULL, this, right);
    }

    default Join fullJoin(FromItem right, Expression<Boolean> on) {
        return new Join(Join.Kind.FULL, this, right, Condition.of(on));
    }

    /** Every row of this with every row of the other. */
    default Join crossJoin(FromItem right) {
        return new Join(Join.Kind.CROSS, this, right, Condition.none());
    }
}
