/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table by name with its columns; compared by identity. Open to other packages, which know more about their tables
 * than the language does.
 *
 * @since 0.1.0
 */
public abstract non-sealed class TableClause implements FromItem {

    // Threads that both make them get the same.
    private @Nullable Select<Row> select;
    private @Nullable String columnsSql;

    public abstract Identifier identifier();

    /** The schema that statements name; empty to leave it to the search path. */
    public Optional<Identifier> schema() {
        return Optional.empty();
    }

    /** What an INSERT sets as well for one row, unless it sets the same columns itself; made anew for each row. */
    public List<Assignment> clientDefaults() {
        return List.of();
    }

    /** What every UPDATE sets as well, unless it sets the same columns itself. */
    public List<Assignment> onUpdate() {
        return List.of();
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    /** The table under another name. */
    public Alias as(String alias) {
        return new Alias(this, Identifier.of(alias));
    }

    /** All columns of all rows; what nearly every query of the table begins with. */
    @Override
    public final Select<Row> select() {
        Select<Row> known = select;
        if (known == null) {
            known = FromItem.super.select();
            select = known;
        }
        return known;
    }

    /** All columns as SQL text, as a query of the table alone selects them. */
    public final String columnsSql() {
        String known = columnsSql;
        if (known == null) {
            known = columns().stream().map(ColumnClause::sql).collect(Collectors.joining(", "));
            columnsSql = known;
        }
        return known;
    }

    public Insert<Row> insert() {
        return Insert.into(this);
    }

    public Update<Row> update() {
        return Update.of(this);
    }

    public Delete<Row> delete() {
        return Delete.from(this);
    }

    /** This table brought in line with the rows of a source; those that meet the condition belong together. */
    public Merge<Row> mergeUsing(FromItem source, Expression<Boolean> on) {
        return Merge.of(this, source, on);
    }

    public Truncate<Row> truncate() {
        return Truncate.of(this);
    }

    /** About so many percent of the rows, chosen by chance. */
    public TableSample tablesample(TableSample.Method method, double percent) {
        return TableSample.of(this, method, percent);
    }

    /** Rows for the table, sent by {@code COPY}: for these columns, or for all when none is named. */
    public Copy.In copyIn(ColumnClause<?>... columns) {
        return Copy.In.of(this, columns);
    }

    /** The table's rows, read by {@code COPY}: these columns, or all when none is named. */
    public Copy.Out copyOut(ColumnClause<?>... columns) {
        return Copy.Out.of(this, columns);
    }

    /** The table's name, with its schema when it has one. */
    @Override
    public String tableName() {
        String name = identifier().name();
        return schema().isPresent() ? schema().get().name() + "." + name : name;
    }

    @Override
    public String label() {
        return tableName();
    }

    @Override
    public String toString() {
        return tableName();
    }
}
