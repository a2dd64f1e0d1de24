/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.Row;
import java.util.List;
import java.util.Optional;

/**
 * A table by name with its columns; compared by identity. Open to other packages, which know more about their tables
 * than the language does.
 *
 * @since 0.1.0
 */
public abstract non-sealed class TableClause implements FromItem {

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
