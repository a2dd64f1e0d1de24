/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.error.StaleRowException;
import io.gino.error.StatementException;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.Cells;
import io.gino.sql.Bind;
import io.gino.sql.CommonTable;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Select;
import io.gino.sql.Sql;
import io.gino.sql.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets a row be written only while it has the version that its instance holds. The statement that writes tells itself a
 * row that has changed from one that is not there.
 *
 * @param expected the version that the instance holds
 */
record VersionGuard<M>(Model<M> model, M instance, ColumnAttribute<M, ?> version, Object expected) {

    /** What messages list at most. */
    private static final int NAMED = 10;

    /** The guard of an instance; empty when its model has no version. An instance that holds none fails. */
    static <M> Optional<VersionGuard<M>> of(Model<M> model, M instance) {
        return model.version().map(version -> new VersionGuard<>(model, instance, version, held(version, instance)));
    }

    static <M> Object held(ColumnAttribute<M, ?> version, M instance) {
        Object held = version.get(instance);
        if (held == null) {
            throw new StatementException("This " + version.model() + " has no " + version.attribute()
                    + ", so whether its row has changed since cannot be told. Load it from the database.");
        }
        return held;
    }

    /** That the row has the version. */
    Condition holds() {
        return equal(version);
    }

    private <T> Condition equal(ColumnAttribute<M, T> column) {
        return column.eq(new Bind<>(column.type(), column.type().convert(expected)));
    }

    /**
     * The write, with the row as it was before: no row of the result when that is not there.
     *
     * @param written what the write returns, the version among it
     * @param row the condition that the row meets at any version
     * @param then what to make of the row that was written, whose columns stand from position 1 on
     */
    <R> Select<R> around(CommonTable written, Condition row, Function<Cells, R> then) {
        Subquery there = Sql.select(version).from(model.table()).where(row).asTable("there");
        Expression<?> now = written.column(version);
        List<Expression<?>> columns = new ArrayList<>(there.columns());
        columns.addAll(written.columns());
        int at = columns.indexOf(now);
        return Sql.select(now).from(there.leftJoin(written, now.isNotNull())).columns(columns, selected -> cells -> {
            if (cells.get(at, version.type()) == null) {
                throw changed(cells.get(0, version.type()));
            }
            return then.apply(cells);
        });
    }

    /** Where each of the model's columns stands in what {@link #around} reads, when these were returned by the write. */
    int[] positions(List<ColumnAttribute<M, ?>> returned) {
        return model.columns().stream()
                .mapToInt(column -> returned.contains(column) ? returned.indexOf(column) + 1 : -1)
                .toArray();
    }

    /** Says that the row has changed where nothing tells what it is at. */
    StaleRowException stale() {
        return stale("it is at another");
    }

    private StaleRowException changed(@Nullable Object found) {
        return stale(expected.equals(found) ? "another transaction has just written it" : "it is at " + found);
    }

    private StaleRowException stale(String found) {
        return new StaleRowException("The row of this " + model + Keys.described(model, instance)
                + " has changed since it was read: " + version.attribute() + " " + expected + " was expected, and "
                + found + ". Read it again, and repeat the change.");
    }

    /** Says which of several instances were not stored; a row that is gone is not told from one that has changed. */
    static <M> StaleRowException stale(Model<M> model, List<M> missing, int all) {
        List<String> named = missing.stream()
                .limit(NAMED)
                .map(instance -> Keys.described(model, instance).strip() + " at "
                        + model.version().map(version -> version.get(instance)).orElse(null))
                .toList();
        return new StaleRowException(missing.size() + " of " + all + " rows of model " + model
                + " have changed since they were read, or are not there any more: " + String.join(", ", named)
                + (missing.size() > NAMED ? ", …" : "") + ". The others were stored; to store all or none, run this in"
                + " a transaction. Read them again, and repeat the change.");
    }
}
