/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table that a statement computes for itself: {@code WITH name AS (…)}. Whatever statement uses it in FROM declares it;
 * nothing else needs to be said.
 *
 * @since 0.1.0
 */
public final class CommonTable extends NamedSource {

    private final Optional<Boolean> materialized;
    private final boolean recursive;
    /** Set before anyone else sees this: a recursive table stands in its own body. */
    private @Nullable Statement<?> body;

    private CommonTable(
            Identifier identifier,
            List<Expression<?>> columns,
            @Nullable Statement<?> body,
            Optional<Boolean> materialized,
            boolean recursive) {
        super(identifier, columns);
        this.body = body;
        this.materialized = materialized;
        this.recursive = recursive;
    }

    static CommonTable of(String name, Statement<?> body, List<Expression<?>> columns, String... columnNames) {
        if (columns.isEmpty()) {
            throw new StatementException("The statement for '" + name + "' returns nothing. Add returning(…).");
        }
        return new CommonTable(
                Identifier.of(name), NamedSource.renamed(columns, columnNames), body, Optional.empty(), false);
    }

    /**
     * A table that refers to itself: it begins with the rows of {@code start}, and grows by those that {@code step} makes
     * of the ones before, until there are none.
     */
    public static CommonTable recursive(String name, Query<?> start, Function<CommonTable, Query<?>> step) {
        return recursive(name, start, step, SetOperation.Kind.UNION_ALL);
    }

    /** Like {@link #recursive}, each row once: it ends where the rows lead in a circle, too. */
    public static CommonTable recursiveDistinct(String name, Query<?> start, Function<CommonTable, Query<?>> step) {
        return recursive(name, start, step, SetOperation.Kind.UNION);
    }

    private static CommonTable recursive(
            String name, Query<?> start, Function<CommonTable, Query<?>> step, SetOperation.Kind kind) {
        List<Expression<?>> columns = start.columns().stream()
                .<Expression<?>>map(column -> column instanceof Label ? column : column.as(column.resultName()))
                .toList();
        CommonTable table = new CommonTable(Identifier.of(name), columns, null, Optional.empty(), true);
        table.body = SetOperation.of(kind, start, step.apply(table));
        return table;
    }

    /** Computed by itself even where PostgreSQL would merge it into the statement. */
    public CommonTable materialized() {
        return with(true);
    }

    /** Merged into the statement even where PostgreSQL would compute it by itself. */
    public CommonTable notMaterialized() {
        return with(false);
    }

    private CommonTable with(boolean said) {
        if (recursive) {
            throw new StatementException("A recursive table is always materialized; '" + label() + "' is recursive.");
        }
        List<Expression<?>> bases =
                columns().stream().<Expression<?>>map(DerivedColumn::base).toList();
        return new CommonTable(identifier(), bases, body, Optional.of(said), false);
    }

    /** What makes the rows: a query, or a statement that writes and returns. */
    public Statement<?> body() {
        if (body == null) {
            throw new StatementException("The recursive table '" + label() + "' is not complete yet.");
        }
        return body;
    }

    public boolean isRecursive() {
        return recursive;
    }

    /** Whether it was said to be materialized or not; empty to leave it to PostgreSQL. */
    public Optional<Boolean> isMaterialized() {
        return materialized;
    }
}
