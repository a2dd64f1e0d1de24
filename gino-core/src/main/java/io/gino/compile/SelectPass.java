package io.gino.compile;

import io.gino.sql.Alias;
import io.gino.sql.ColumnClause;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.Join;
import io.gino.sql.Label;
import io.gino.sql.Lock;
import io.gino.sql.OrderTerm;
import io.gino.sql.Ordering;
import io.gino.sql.Select;
import io.gino.sql.Subquery;
import io.gino.sql.TableClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes queries, clause by clause. Single-use. */
class SelectPass extends ExpressionPass {

    /** What columns may be named of; null before any clause has said so. */
    private @Nullable Sources sources;

    SelectPass(SqlBuffer out) {
        super(out);
    }

    /** From here on columns of these tables may be named, and of no others. */
    final void sources(List<? extends FromItem> items) {
        sources = new Sources(items, null);
    }

    final void select(Select<?> select) {
        Sources outer = sources;
        sources = new Sources(select.from(), outer);
        projection(select.projection());
        from(select.from());
        where(select.where());
        grouping(select.grouping());
        paging(select);
        select.lock().ifPresent(this::lock);
        sources = outer;
    }

    @Override
    final void query(Select<?> query) {
        select(query);
    }

    private void projection(Select.Projection projection) {
        out.append("SELECT ");
        projection.distinct().ifPresent(on -> {
            out.append("DISTINCT ");
            if (!on.isEmpty()) {
                out.append("ON (");
                out.list(on, this::write);
                out.append(") ");
            }
        });
        out.list(projection.columns(), this::selected);
    }

    final void selected(Expression<?> expression) {
        write(expression);
        if (expression instanceof Label<?> label) {
            out.append(" AS ").append(label.name());
        }
    }

    private void from(List<FromItem> items) {
        if (!items.isEmpty()) {
            out.append(" FROM ");
            out.list(items, this::fromItem);
        }
    }

    private void fromItem(FromItem item) {
        if (item instanceof TableClause table) {
            out.append(table);
        } else if (item instanceof Alias alias) {
            out.append(alias.table()).append(" AS ").append(alias.identifier());
        } else if (item instanceof Subquery subquery) {
            subquery(subquery);
        } else if (item instanceof Join join) {
            join(join);
        }
    }

    private void subquery(Subquery subquery) {
        Sources beside = sources;
        sources = beside == null ? null : beside.outer();
        out.append("(");
        select(subquery.query());
        out.append(") AS ").append(subquery.identifier());
        columnNames(subquery);
        sources = beside;
    }

    /** Names the columns where only PostgreSQL would know what they are called. */
    private void columnNames(Subquery subquery) {
        if (!subquery.isNamed()) {
            out.append(" (");
            out.list(subquery.columns(), column -> out.append(column.identifier()));
            out.append(")");
        }
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

    final void where(Expression<Boolean> condition) {
        condition(" WHERE ", condition);
    }

    private void condition(String keyword, Expression<Boolean> condition) {
        if (!condition.equals(Condition.none())) {
            out.append(keyword);
            write(condition);
        }
    }

    private void grouping(Select.Grouping grouping) {
        if (!grouping.by().isEmpty()) {
            out.append(" GROUP BY ");
            out.list(grouping.by(), this::write);
        }
        condition(" HAVING ", grouping.having());
    }

    private void paging(Select<?> select) {
        Select.Paging paging = select.paging();
        if (!paging.orderBy().isEmpty()) {
            out.append(" ORDER BY ");
            out.list(paging.orderBy(), term -> orderTerm(term, select));
        }
        if (paging.limit() != null) {
            out.append(" LIMIT ");
            write(paging.limit());
        }
        if (paging.offset() != null) {
            out.append(" OFFSET ");
            write(paging.offset());
        }
    }

    private void orderTerm(OrderTerm term, Select<?> select) {
        if (term instanceof Ordering ordering) {
            orderedBy(ordering.expression(), select);
            direction(ordering);
        } else if (term instanceof Expression<?> expression) {
            orderedBy(expression, select);
        }
    }

    /** A label that the query selects is named; anything else is written out. */
    private void orderedBy(Expression<?> expression, Select<?> select) {
        if (expression instanceof Label<?> label && select.columns().contains(label)) {
            out.append(label.name());
        } else {
            write(expression);
        }
    }

    private void lock(Lock lock) {
        out.append(" FOR ").append(lock.strength().name().replace('_', ' '));
        switch (lock.whenLocked()) {
            case UNTIL_FREE -> {}
            case NOT_AT_ALL -> out.append(" NOWAIT");
            case SKIP_LOCKED -> out.append(" SKIP LOCKED");
        }
    }

    @Override
    public final void column(ColumnClause<?> column) {
        if (sources != null) {
            sources.require(column);
        }
        FromItem source = column.source();
        if (source instanceof TableClause table) {
            out.append(table);
        } else if (source instanceof Alias alias) {
            out.append(alias.identifier());
        } else if (source instanceof Subquery subquery) {
            subquery.requireUnique(column);
            out.append(subquery.identifier());
        }
        out.append(".").append(column.identifier());
    }
}
