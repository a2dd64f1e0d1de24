/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.sql.Ordering.Direction;
import io.gino.sql.Ordering.Nulls;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order in which a page can begin after the row with certain values. */
final class Keyset {

    private static final Condition NEVER = Condition.of(new Literal<>(Types.BOOLEAN, false));

    private final List<Ordering> terms;
    private final List<FromItem> from;

    Keyset(List<OrderTerm> orderBy, List<FromItem> from) {
        if (orderBy.isEmpty()) {
            throw new StatementException(
                    "A page can only begin after a row where rows have an order; call orderBy(…) before after(…).");
        }
        this.terms = orderBy.stream().map(Keyset::ordering).toList();
        this.from = from;
    }

    private static Ordering ordering(OrderTerm term) {
        return term instanceof Ordering ordering ? ordering : ((Expression<?>) term).asc();
    }

    List<Ordering> terms() {
        return terms;
    }

    /** What rows after the one with these values meet: the first term that differs decides. */
    Condition after(List<? extends @Nullable Object> values) {
        requireAll(values);
        if (isOneDirection(values)) {
            return rowsAfter(values);
        }
        int last = terms.size() - 1;
        Condition after = later(terms.get(last), bind(terms.get(last).expression(), values.get(last)));
        for (int i = last - 1; i >= 0; i--) {
            Bind<?> value = bind(terms.get(i).expression(), values.get(i));
            Condition here = later(terms.get(i), value);
            Condition tied = equal(terms.get(i).expression(), value).and(after);
            after = here.equals(NEVER) ? tied : here.or(tied);
        }
        return after;
    }

    void requireAll(List<? extends @Nullable Object> values) {
        if (values.size() != terms.size()) {
            throw new StatementException("The order has " + terms.size() + " terms; after(…) got " + values.size()
                    + " values. Give one for each term.");
        }
    }

    /** Whether the rows compare as row values do, which an index can answer at once. */
    private boolean isOneDirection(List<? extends @Nullable Object> values) {
        Direction direction = terms.get(0).direction();
        return terms.size() > 1
                && values.stream().allMatch(value -> value != null)
                && terms.stream().allMatch(term -> term.direction() == direction && !mayBeNull(term.expression()));
    }

    private Condition rowsAfter(List<? extends @Nullable Object> values) {
        List<Expression<?>> columns = new ArrayList<>();
        List<Expression<?>> binds = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            columns.add(terms.get(i).expression());
            binds.add(bind(terms.get(i).expression(), values.get(i)));
        }
        RowValue row = new RowValue(columns);
        RowValue key = new RowValue(binds);
        return terms.get(0).direction() == Direction.ASC ? row.gt(key) : row.lt(key);
    }

    /** A bound value, so that a value of the wrong class is refused now. */
    private static <T> Bind<T> bind(Expression<T> expression, @Nullable Object value) {
        return new Bind<>(
                expression.type(), value == null ? null : expression.type().convert(value));
    }

    private Condition later(Ordering term, Bind<?> value) {
        Expression<?> expression = term.expression();
        boolean nullsFirst =
                term.nulls() == Nulls.FIRST || (term.nulls() == Nulls.DEFAULT && term.direction() == Direction.DESC);
        if (value.value() == null) {
            return nullsFirst ? expression.isNotNull() : NEVER;
        }
        Operator operator = term.direction() == Direction.ASC ? Operator.GT : Operator.LT;
        Condition beyond = new Comparison(operator, expression, value);
        return nullsFirst || !mayBeNull(expression) ? beyond : beyond.or(expression.isNull());
    }

    private static Condition equal(Expression<?> expression, Bind<?> value) {
        return value.value() == null ? expression.isNull() : new Comparison(Operator.EQ, expression, value);
    }

    /** Whether NULLs can come: an outer join makes them even of columns that have none. */
    private boolean mayBeNull(Expression<?> expression) {
        boolean column = expression instanceof ColumnClause<?> clause && !clause.nullable();
        return !column || from.stream().anyMatch(Keyset::isOuterJoin);
    }

    private static boolean isOuterJoin(FromItem item) {
        return item instanceof Join join
                && ((join.kind() != Join.Kind.INNER && join.kind() != Join.Kind.CROSS)
                        || isOuterJoin(join.left())
                        || isOuterJoin(join.right()));
    }
}
