package io.gino.compile;

import io.gino.sql.Alias;
import io.gino.sql.Assignment;
import io.gino.sql.ColumnClause;
import io.gino.sql.Condition;
import io.gino.sql.Delete;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.Insert;
import io.gino.sql.Join;
import io.gino.sql.Label;
import io.gino.sql.Lock;
import io.gino.sql.OrderTerm;
import io.gino.sql.Ordering;
import io.gino.sql.Select;
import io.gino.sql.Subquery;
import io.gino.sql.TableClause;
import io.gino.sql.Text;
import io.gino.sql.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes statements, clause by clause. Single-use. */
final class StatementPass extends ExpressionPass {

    private @Nullable Sources sources;

    StatementPass(SqlBuffer out) {
        super(out);
    }

    void select(Select<?> select) {
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
    void query(Select<?> query) {
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

    private void selected(Expression<?> expression) {
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
            tableName(table);
        } else if (item instanceof Alias alias) {
            tableName(alias.table());
            out.append(" AS ").append(alias.identifier());
        } else if (item instanceof Subquery subquery) {
            subquery(subquery);
        } else if (item instanceof Join join) {
            join(join);
        }
    }

    private void tableName(TableClause table) {
        table.schema().ifPresent(schema -> out.append(schema).append("."));
        out.append(table.identifier());
    }

    private void subquery(Subquery subquery) {
        Sources beside = sources;
        sources = beside == null ? null : beside.outer();
        out.append("(");
        select(subquery.query());
        out.append(") AS ").append(subquery.identifier());
        sources = beside;
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

    private void where(Expression<Boolean> condition) {
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

    private void direction(Ordering ordering) {
        out.append(ordering.direction() == Ordering.Direction.DESC ? " DESC" : "");
        if (ordering.nulls() != Ordering.Nulls.DEFAULT) {
            out.append(" NULLS ").append(ordering.nulls().name());
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

    void insert(Insert<?> insert) {
        sources = new Sources(List.of(insert.table()), null);
        out.append("INSERT INTO ");
        tableName(insert.table());
        Insert.Source source = insert.source();
        if (source instanceof Insert.Values values) {
            values(values.assignments());
        } else if (source instanceof Insert.Arrays arrays) {
            arrays(arrays.assignments());
        } else if (source instanceof Insert.Query query) {
            names(query.columns());
            sources = null;
            select(query.query());
            sources = new Sources(List.of(insert.table()), null);
        }
        returning(insert.returned());
    }

    private void values(List<Assignment> assignments) {
        if (assignments.isEmpty()) {
            out.append(" DEFAULT VALUES");
            return;
        }
        names(assignments.stream().map(Assignment::column).toList());
        out.append("VALUES (");
        out.list(assignments, assignment -> write(assignment.value()));
        out.append(")");
    }

    /** One text for any number of rows: the arrays are unnested side by side. */
    private void arrays(List<Assignment> assignments) {
        names(assignments.stream().map(Assignment::column).toList());
        out.append("SELECT * FROM unnest(");
        out.list(assignments, assignment -> {
            write(assignment.value());
            out.append("::").append(assignment.value().type().bareName());
        });
        out.append(")");
    }

    private void names(List<? extends ColumnClause<?>> columns) {
        out.append(" (");
        out.list(columns, column -> out.append(column.identifier()));
        out.append(") ");
    }

    void update(Update<?> update) {
        update.requireComplete();
        sources = new Sources(List.of(update.table()), null);
        out.append("UPDATE ");
        tableName(update.table());
        out.append(" SET ");
        out.list(update.assignments(), assignment -> {
            out.append(assignment.column().identifier()).append(" = ");
            write(assignment.value());
        });
        where(update.where());
        returning(update.returned());
    }

    void delete(Delete<?> delete) {
        delete.requireComplete();
        sources = new Sources(List.of(delete.table()), null);
        out.append("DELETE FROM ");
        tableName(delete.table());
        where(delete.where());
        returning(delete.returned());
    }

    private void returning(List<Expression<?>> columns) {
        if (!columns.isEmpty()) {
            out.append(" RETURNING ");
            out.list(columns, this::selected);
        }
    }

    void text(Text<?> text) {
        out.append(text.pieces().get(0));
        for (int i = 0; i < text.binds().size(); i++) {
            bind(text.binds().get(i));
            out.append(text.pieces().get(i + 1));
        }
    }

    @Override
    public void column(ColumnClause<?> column) {
        if (sources != null) {
            sources.require(column);
        }
        FromItem source = column.source();
        if (source instanceof TableClause table) {
            tableName(table);
        } else if (source instanceof Alias alias) {
            out.append(alias.identifier());
        } else if (source instanceof Subquery subquery) {
            out.append(subquery.identifier());
        }
        out.append(".").append(column.identifier());
    }
}
