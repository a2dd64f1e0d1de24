/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several values compared as one, the first of them first.
 *
 * @since 0.1.0
 */
public record RowValue(List<Expression<?>> values) {

    private static final SqlType<Object> RECORD = SqlType.of("record", Object.class);

    public RowValue {
        values = List.copyOf(values);
        if (values.size() < 2) {
            throw new StatementException("A row value needs at least two values; got " + values.size() + ".");
        }
    }

    public Condition eq(RowValue other) {
        return compare(Operator.EQ, other);
    }

    public Condition ne(RowValue other) {
        return compare(Operator.NE, other);
    }

    public Condition lt(RowValue other) {
        return compare(Operator.LT, other);
    }

    public Condition le(RowValue other) {
        return compare(Operator.LE, other);
    }

    public Condition gt(RowValue other) {
        return compare(Operator.GT, other);
    }

    public Condition ge(RowValue other) {
        return compare(Operator.GE, other);
    }

    private Condition compare(Operator operator, RowValue other) {
        requireWidth(other.values.size(), "the other");
        return new Comparison(operator, expression(), other.expression());
    }

    public Condition in(Query<?> query) {
        requireWidth(query.columns().size(), "the query");
        return new InQuery<>(expression(), query, false);
    }

    public Condition notIn(Query<?> query) {
        requireWidth(query.columns().size(), "the query");
        return new InQuery<>(expression(), query, true);
    }

    /** Equal to one of these rows of values, sent as one array for each place; of none, false. */
    public Condition in(List<? extends List<? extends @Nullable Object>> rows) {
        return among(rows, " IN");
    }

    /** Equal to none of these rows of values; of none, true. */
    public Condition notIn(List<? extends List<? extends @Nullable Object>> rows) {
        return among(rows, " NOT IN");
    }

    private Condition among(List<? extends List<? extends @Nullable Object>> rows, String test) {
        for (int i = 0; i < rows.size(); i++) {
            requireWidth(rows.get(i).size(), "row " + (i + 1) + " of the list");
        }
        List<String> pieces = new ArrayList<>(List.of(""));
        List<Expression<?>> arguments = new ArrayList<>(List.of(expression()));
        for (int i = 0; i < values.size(); i++) {
            SqlType<?> type = values.get(i).type();
            pieces.add(i == 0 ? test + " (SELECT * FROM unnest(" : previousCast(i) + ", ");
            arguments.add(array(values.get(i), i, rows));
            if (type.isArray()) {
                throw new StatementException("A row value with an array, " + values.get(i)
                        + ", cannot be looked for in a list: PostgreSQL would take the arrays apart.");
            }
        }
        pieces.add(previousCast(values.size()) + "))");
        return Condition.of(new Template<>(pieces, arguments, Types.BOOLEAN, Precedence.MEMBERSHIP));
    }

    private String previousCast(int place) {
        return "::" + values.get(place - 1).type().bareName() + "[]";
    }

    private static <T> Bind<List<T>> array(
            Expression<T> place, int index, List<? extends List<? extends @Nullable Object>> rows) {
        List<T> elements = new ArrayList<>(rows.size());
        for (List<? extends @Nullable Object> row : rows) {
            elements.add(place.type().convert(Bind.requireValue(row.get(index))));
        }
        return new Bind<>(place.type().array(), elements);
    }

    private void requireWidth(int width, String other) {
        if (width != values.size()) {
            throw new StatementException("A row of " + values.size() + " values can only be compared with as many; "
                    + other + " has " + width + ".");
        }
    }

    private Expression<Object> expression() {
        List<String> pieces = new ArrayList<>(Collections.nCopies(values.size() + 1, ", "));
        pieces.set(0, "(");
        pieces.set(values.size(), ")");
        return new Template<>(pieces, values, RECORD, Precedence.ATOM);
    }
}
