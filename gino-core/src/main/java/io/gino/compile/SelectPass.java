/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.error.Wording;
import io.gino.sql.Aggregate;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.GroupTerm;
import io.gino.sql.GroupingSets;
import io.gino.sql.Identifier;
import io.gino.sql.Label;
import io.gino.sql.Lock;
import io.gino.sql.Logical;
import io.gino.sql.Over;
import io.gino.sql.Paging;
import io.gino.sql.Query;
import io.gino.sql.Select;
import io.gino.sql.SetOperation;
import io.gino.sql.TableClause;
import io.gino.sql.Values;
import java.util.List;
import java.util.function.Consumer;

/** Writes queries, clause by clause. Single-use. */
abstract class SelectPass extends FromPass {

    /** The clause that decides which functions can stand here. */
    private enum Place {
        ANYWHERE(""),
        WHERE(" WHERE "),
        HAVING(" HAVING ");

        private final String keyword;

        Place(String keyword) {
            this.keyword = keyword;
        }
    }

    private Place place = Place.ANYWHERE;

    /** How many queries stand around this place; an aggregate in an inner one can belong to an outer one. */
    private int depth = 0;

    /** The windows that the query declares. */
    private List<String> windows = List.of();

    SelectPass(SqlBuffer out) {
        super(out);
    }

    final void select(Select<?> select) {
        Sources outer = enter(select.from());
        Place outerPlace = place;
        List<String> outerWindows = windows;
        place = Place.ANYWHERE;
        depth++;
        windows = select.grouping().windows().isEmpty() ? List.of() : names(select.grouping());
        distinct(select.projection());
        columns(select);
        from(" FROM ", select.from());
        where(select.where());
        grouping(select.grouping());
        paging(select.paging(), expression -> orderedBy(expression, select));
        select.lock().ifPresent(this::lock);
        leave(outer);
        depth--;
        place = outerPlace;
        windows = outerWindows;
    }

    private static List<String> names(Select.Grouping grouping) {
        return grouping.windows().keySet().stream().map(Identifier::name).toList();
    }

    @Override
    final void query(Query<?> query) {
        if (query instanceof Select<?> select) {
            select(select);
        } else if (query instanceof SetOperation<?> operation) {
            setOperation(operation);
        } else if (query instanceof Values<?> values) {
            rows(values);
        }
    }

    private void setOperation(SetOperation<?> operation) {
        operand(operation.left());
        out.append(" ").append(operation.kind().sql()).append(" ");
        operand(operation.right());
        paging(operation.paging(), term -> out.append(Integer.toString(operation.place(term))));
    }

    /** A query that is put together with another: in parentheses when it has an order or a limit, or is put together itself. */
    private void operand(Query<?> query) {
        boolean bare = query instanceof Values
                || (query instanceof Select<?> select
                        && select.paging().isNone()
                        && select.lock().isEmpty());
        out.append(bare ? "" : "(");
        query(query);
        out.append(bare ? "" : ")");
    }

    private void rows(Values<?> values) {
        out.append("VALUES ");
        out.list(values.rows(), row -> {
            out.append("(");
            out.list(row, this::write);
            out.append(")");
        });
    }

    private void distinct(Select.Projection projection) {
        out.append("SELECT ");
        projection.distinct().ifPresent(on -> {
            out.append("DISTINCT ");
            if (!on.isEmpty()) {
                out.append("ON (");
                out.list(on, this::write);
                out.append(") ");
            }
        });
    }

    /** Most queries select all columns of one table, whose text is known. */
    private void columns(Select<?> select) {
        if (select.from().size() == 1
                && select.from().get(0) instanceof TableClause table
                && select.columns().equals(table.columns())) {
            out.append(table.columnsSql());
        } else {
            out.list(select.columns(), this::selected);
        }
    }

    final void selected(Expression<?> expression) {
        write(expression);
        if (expression instanceof Label<?> label) {
            out.append(" AS ").append(label.name());
        } else if (expression instanceof ColumnClause<?> column
                && column.field().isPresent()) {
            out.append(" AS ").append(column.identifier());
        }
    }

    final void where(Expression<Boolean> condition) {
        condition(Place.WHERE, condition);
    }

    private void condition(Place clause, Expression<Boolean> condition) {
        boolean isNone = condition instanceof Logical logical && logical.isNone();
        if (!isNone) {
            Place outer = place;
            place = clause;
            out.append(clause.keyword);
            write(condition);
            place = outer;
        }
    }

    @Override
    final void requireAllowed(Expression<?> function) {
        if (place == Place.WHERE && depth <= 1 && function instanceof Aggregate) {
            throw new StatementException("The aggregate " + function.resultName()
                    + " stands in WHERE, which sees one row at a time. Put the condition into having(…).");
        }
        if (place != Place.ANYWHERE && function instanceof Over) {
            throw new StatementException("The window function " + function.resultName() + " stands in " + place.name()
                    + ", which comes before windows. Compute it in a sub-query, and put the condition around that.");
        }
    }

    @Override
    final void requireWindow(Identifier name) {
        if (!windows.contains(name.name())) {
            throw new StatementException(
                    "The query declares no window '" + name + "'. " + Wording.didYouMean(name.name(), windows));
        }
    }

    private void grouping(Select.Grouping grouping) {
        if (!grouping.by().isEmpty()) {
            out.append(" GROUP BY ");
            out.list(grouping.by(), this::groupTerm);
        }
        condition(Place.HAVING, grouping.having());
        if (!grouping.windows().isEmpty()) {
            out.append(" WINDOW ");
            out.list(List.copyOf(grouping.windows().entrySet()), window -> {
                out.append(window.getKey()).append(" AS ");
                window(window.getValue());
            });
        }
    }

    private void groupTerm(GroupTerm term) {
        if (term instanceof GroupingSets sets) {
            out.append(sets.kind().sql()).append(" (");
            out.list(sets.sets(), this::groupingSet);
            out.append(")");
        } else if (term instanceof Expression<?> expression) {
            write(expression);
        }
    }

    private void groupingSet(List<Expression<?>> set) {
        boolean bare = set.size() == 1;
        out.append(bare ? "" : "(");
        out.list(set, this::write);
        out.append(bare ? "" : ")");
    }

    /** Writes order and page; how the expressions of the order are written differs. */
    private void paging(Paging paging, Consumer<Expression<?>> write) {
        if (!paging.orderBy().isEmpty()) {
            out.append(" ORDER BY ");
            out.list(paging.orderBy(), term -> orderTerm(term, write));
        }
        if (paging.offset() != null && paging.withTies()) {
            out.append(" OFFSET ");
            write(paging.offset());
        }
        if (paging.limit() != null) {
            out.append(paging.withTies() ? " FETCH FIRST " : " LIMIT ");
            write(paging.limit());
            out.append(paging.withTies() ? " ROWS WITH TIES" : "");
        }
        if (paging.offset() != null && !paging.withTies()) {
            out.append(" OFFSET ");
            write(paging.offset());
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
        if (!lock.of().isEmpty()) {
            out.append(" OF ");
            out.list(lock.of(), this::sourceName);
        }
        switch (lock.whenLocked()) {
            case UNTIL_FREE -> {}
            case NOT_AT_ALL -> out.append(" NOWAIT");
            case SKIP_LOCKED -> out.append(" SKIP LOCKED");
        }
    }
}
