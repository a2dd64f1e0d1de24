/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.row.Selectable;
import io.gino.sql.Alias;
import io.gino.sql.ColumnClause;
import io.gino.sql.CommonTable;
import io.gino.sql.FromItem;
import io.gino.sql.Join;
import io.gino.sql.Lateral;
import io.gino.sql.NamedSource;
import io.gino.sql.Statement;
import io.gino.sql.Subquery;
import io.gino.sql.TableClause;
import io.gino.sql.TableFunction;
import io.gino.sql.TableSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what stands in FROM, and knows what columns may be named of. Single-use. */
abstract class FromPass extends AggregatePass {

    /** What columns may be named of; null before any clause has said so. */
    private @Nullable Sources sources;

    /** The common tables that were met, in the order in which they can be declared, and their text once it is written. */
    private Map<CommonTable, String> commonTables = Map.of();

    FromPass(SqlBuffer out) {
        super(out);
    }

    /** Writes any statement that can stand in WITH. */
    abstract void body(Statement<?> statement);

    /** From here on columns of these tables may be named, and of no others. */
    final void sources(List<? extends FromItem> items) {
        sources = new Sources(items, null);
    }

    /** From here on columns of these may be named beside those that could be before; gives what to {@link #leave} to. */
    final @Nullable Sources enter(List<? extends FromItem> items) {
        Sources outer = sources;
        sources = new Sources(items, outer);
        return outer;
    }

    final void leave(@Nullable Sources outer) {
        sources = outer;
    }

    final void from(String keyword, List<? extends FromItem> items) {
        if (!items.isEmpty()) {
            out.append(keyword);
            out.list(items, this::fromItem);
        }
    }

    private void fromItem(FromItem item) {
        if (item instanceof TableClause table) {
            out.append(table);
        } else if (item instanceof Alias alias) {
            out.append(alias.table()).append(" AS ").append(alias.identifier());
        } else if (item instanceof TableSample sample) {
            sample(sample);
        } else if (item instanceof Lateral lateral) {
            out.append("LATERAL ");
            named(lateral.source());
        } else if (item instanceof Join join) {
            join(join);
        } else if (item instanceof Subquery subquery) {
            apart(subquery);
        } else if (item instanceof NamedSource source) {
            named(source);
        }
    }

    private void sample(TableSample sample) {
        fromItem(sample.table());
        out.append(" TABLESAMPLE ").append(sample.method().name()).append(" (");
        write(sample.percent());
        out.append(")");
        sample.seed().ifPresent(seed -> {
            out.append(" REPEATABLE (");
            write(seed);
            out.append(")");
        });
    }

    /** A query that is not lateral does not see what stands beside it; functions always do. */
    private void apart(Subquery subquery) {
        Sources here = sources;
        sources = here == null ? null : here.outer();
        named(subquery);
        sources = here;
    }

    private void named(NamedSource source) {
        if (source instanceof Subquery subquery) {
            out.append("(");
            query(subquery.query());
            out.append(") AS ").append(subquery.identifier());
            names(subquery, subquery.query().columns());
        } else if (source instanceof TableFunction function) {
            function(function);
        } else if (source instanceof CommonTable table) {
            declare(table);
            out.append(table.identifier());
        }
    }

    private void function(TableFunction function) {
        out.append(function.function()).append("(");
        out.list(function.arguments(), this::write);
        out.append(function.naming() == TableFunction.Naming.NUMBERED ? ") WITH ORDINALITY AS " : ") AS ")
                .append(function.identifier());
        switch (function.naming()) {
            case BY_NAME, NUMBERED -> names(function, List.of());
            case WITH_TYPES -> definitions(function);
        }
    }

    private void definitions(TableFunction function) {
        if (function.columns().isEmpty()) {
            throw new StatementException("The records of '" + function.label()
                    + "' have no columns. Add withColumn(name, type) for each field to read.");
        }
        out.append(" (");
        out.list(
                function.columns(),
                column -> out.append(column.identifier())
                        .append(" ")
                        .append(column.type().name()));
        out.append(")");
    }

    /** Names the columns where only PostgreSQL would know what they are called. */
    private void names(NamedSource source, List<? extends Selectable<?>> selected) {
        if (!source.isNamed(selected)) {
            out.append(" (");
            out.list(source.columns(), column -> out.append(column.identifier()));
            out.append(")");
        }
    }

    /** Writes a common table's declaration, once, to be set before the statement at the end. */
    private void declare(CommonTable table) {
        if (commonTables.isEmpty()) {
            commonTables = new LinkedHashMap<>();
        }
        if (commonTables.putIfAbsent(table, "") != null) {
            return;
        }
        Sources here = sources;
        sources = null;
        int start = out.length();
        out.append(table.identifier());
        names(table, PostgresCompiler.returned(table.body()));
        out.append(" AS ");
        table.isMaterialized().ifPresent(said -> out.append(said ? "MATERIALIZED " : "NOT MATERIALIZED "));
        out.append("(");
        body(table.body());
        out.append(")");
        commonTables.remove(table);
        commonTables.put(table, out.cut(start));
        sources = here;
    }

    /**
     * Sets the declarations of the common tables that were met before all that is written.
     *
     * @param more further tables that are declared with those that were met, as text
     */
    final void declareCommonTables(String... more) {
        if (more.length == 0 && commonTables.isEmpty()) {
            return;
        }
        List<String> declared = new ArrayList<>(List.of(more));
        declared.addAll(commonTables.values());
        boolean recursive = commonTables.keySet().stream().anyMatch(CommonTable::isRecursive);
        out.prepend((recursive ? "WITH RECURSIVE " : "WITH ") + String.join(", ", declared) + " ");
    }

    private void join(Join join) {
        fromItem(join.left());
        out.append(" ").append(join.kind().sql()).append(" ");
        boolean nested = join.right() instanceof Join;
        out.append(nested ? "(" : "");
        fromItem(join.right());
        out.append(nested ? ")" : "");
        if (join.kind() != Join.Kind.CROSS) {
            out.append(" ON ");
            write(join.on());
        }
    }

    /** Writes the name by which FROM has a table, which there goes without its schema. */
    final void sourceName(FromItem source) {
        if (sources != null) {
            sources.require(source);
        }
        if (source instanceof TableClause table) {
            out.append(table.identifier());
        } else if (source instanceof Alias alias) {
            out.append(alias.identifier());
        } else if (source instanceof NamedSource named) {
            out.append(named.identifier());
        }
    }

    @Override
    public final void column(ColumnClause<?> column) {
        if (sources != null) {
            sources.require(column);
        }
        if (column.source() instanceof NamedSource named) {
            named.requireUnique(column);
        }
        out.append(column.sql());
    }
}
