/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.FirstColumn;
import io.gino.row.Row;
import io.gino.row.RowReader;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where statements and functions begin; meant to be imported statically.
 *
 * @since 0.1.0
 */
public final class Sql {

    private Sql() {}

    /** A query of one column, read as that column's type. */
    public static <T> Select<T> select(Expression<T> column) {
        return Select.of(List.of(column), new FirstColumn<>(column.type()));
    }

    /** A query of several columns, read as rows. */
    public static Select<Row> select(Expression<?> first, Expression<?> second, Expression<?>... others) {
        List<Expression<?>> columns = new ArrayList<>(others.length + 2);
        columns.add(first);
        columns.add(second);
        columns.addAll(Arrays.asList(others));
        return select(columns);
    }

    public static Select<Row> select(List<? extends Expression<?>> columns) {
        return Select.of(columns, RowReader.ROWS);
    }

    /** SQL as the program writes it, with parameters such as {@code :name}. */
    public static Text<Row> text(String sql) {
        return Text.of(sql);
    }

    /** Rows written into the statement itself. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Values<Row> values(List<? extends Expression<?>> first, List<? extends Expression<?>>... others) {
        List<List<? extends Expression<?>>> rows = new ArrayList<>(others.length + 1);
        rows.add(first);
        rows.addAll(Arrays.asList(others));
        return Values.of(rows);
    }

    /** A function that gives rows, as a table under a name; {@link TableFunction#withColumn} says what they consist of. */
    public static TableFunction tableFunction(String function, String name, Expression<?>... arguments) {
        return TableFunction.of(function, List.of(arguments), name);
    }

    /** The values from the first to the last, in a table of one column, both named {@code name}. */
    public static <T> TableFunction generateSeries(String name, Expression<T> first, Expression<T> last) {
        return tableFunction("generate_series", name, first, last).withColumn(name, first.type());
    }

    /** The values from the first on, each so much after the one before, up to the last. */
    public static <T> TableFunction generateSeries(
            String name, Expression<T> first, Expression<T> last, Expression<?> step) {
        return tableFunction("generate_series", name, first, last, step).withColumn(name, first.type());
    }

    /** The elements of an array, in a table of one column, both named {@code name}. */
    public static <T> TableFunction unnest(String name, SqlType<T> type, List<T> elements) {
        return tableFunction("unnest", name, new Bind<>(type.array(), elements)).withColumn(name, type);
    }

    /** Whether the query returns any row. */
    public static Condition exists(Query<?> query) {
        return new Exists(query);
    }

    /** How PostgreSQL would run the statement, line by line. */
    public static Explain<String> explain(Statement<?> statement) {
        return Explain.of(statement, false);
    }

    /** How PostgreSQL runs the statement, which this does, with the time that each step takes. */
    public static Explain<String> explainAnalyze(Statement<?> statement) {
        return Explain.of(statement, true);
    }

    /** In {@code ON CONFLICT … DO UPDATE} the value of the row that was refused. */
    public static <T> Expression<T> excluded(ColumnClause<T> column) {
        return ofRow("excluded", column);
    }

    /** In RETURNING the value before the statement; from PostgreSQL 18 on. */
    public static <T> Expression<T> oldValue(ColumnClause<T> column) {
        return ofRow("old", column);
    }

    /** In RETURNING the value after the statement; from PostgreSQL 18 on. */
    public static <T> Expression<T> newValue(ColumnClause<T> column) {
        return ofRow("new", column);
    }

    /** In RETURNING of MERGE what became of the row: INSERT, UPDATE or DELETE. From PostgreSQL 17 on. */
    public static Expression<String> mergeAction() {
        return function("merge_action", Types.TEXT);
    }

    private static <T> Expression<T> ofRow(String row, ColumnClause<T> column) {
        Optional<JsonField<T>> field = column.field();
        if (field.isPresent()) {
            return field.get().of(ofRow(row, field.get().column()));
        }
        String sql = row + "." + column.identifier().sql();
        return new Template<>(List.of(sql), List.of(), column.type(), Precedence.ATOM);
    }

    /** All of them; of none, no condition. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Condition and(Expression<Boolean>... conditions) {
        return Condition.and(Arrays.asList(conditions));
    }

    /** At least one of them; of none, no condition. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Condition or(Expression<Boolean>... conditions) {
        return Condition.or(Arrays.asList(conditions));
    }

    public static Condition not(Expression<Boolean> condition) {
        return new Not(Condition.of(condition));
    }

    /** A value to be sent beside the text. */
    public static <T> Expression<T> value(SqlType<T> type, T value) {
        return new Bind<>(type, value);
    }

    /** A value to be given by name when the statement runs. */
    public static <T> Expression<T> parameter(String name, SqlType<T> type) {
        return new Parameter<>(name, type);
    }

    /** A constant of the program written into the SQL text; never for input. */
    public static <T> Expression<T> literal(SqlType<T> type, T value) {
        return new Literal<>(type, value);
    }

    /** The first branch of a CASE. */
    public static <T> Case<T> caseWhen(Condition condition, Expression<T> value) {
        return new Case<>(List.of(new Case.Branch<>(condition, value)), null, value.type());
    }

    /** Any function by name: {@code name}, or {@code schema.name}. */
    public static <T> Expression<T> function(String name, SqlType<T> type, Expression<?>... arguments) {
        return new FunctionCall<>(QualifiedName.parse(name), List.of(arguments), type);
    }

    /** SQL that this language has no word for, with the arguments in the places {@code {0}}, {@code {1}}, … */
    public static <T> Expression<T> template(String text, SqlType<T> type, Expression<?>... arguments) {
        return Template.parse(text, type, List.of(arguments));
    }

    /** The number of rows. */
    public static Aggregate<Long> count() {
        return Aggregate.of(
                "count", Types.BIGINT, new Template<>(List.of("*"), List.of(), Types.BIGINT, Precedence.ATOM));
    }

    /** The number of rows in which the value is not NULL. */
    public static Aggregate<Long> count(Expression<?> value) {
        return Aggregate.of("count", Types.BIGINT, value);
    }

    /** The sum, as exact as PostgreSQL computes it. */
    public static Aggregate<BigDecimal> sum(Expression<? extends Number> value) {
        return exact("sum", value);
    }

    public static <T> Aggregate<T> min(Expression<T> value) {
        return Aggregate.of("min", value.type(), value);
    }

    public static <T> Aggregate<T> max(Expression<T> value) {
        return Aggregate.of("max", value.type(), value);
    }

    /** The average, as exact as PostgreSQL computes it. */
    public static Aggregate<BigDecimal> avg(Expression<? extends Number> value) {
        return exact("avg", value);
    }

    /** An aggregate whose type depends on its argument's, as a numeric. */
    private static Aggregate<BigDecimal> exact(String name, Expression<? extends Number> value) {
        return Aggregate.of(new FunctionCall<>(QualifiedName.parse(name), List.of(value), value.type()), Types.NUMERIC);
    }

    public static Expression<String> lower(Expression<String> value) {
        return function("lower", Types.TEXT, value);
    }

    public static Expression<String> upper(Expression<String> value) {
        return function("upper", Types.TEXT, value);
    }

    /** The first of them that is not NULL. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> Expression<T> coalesce(Expression<T> first, Expression<? extends T>... others) {
        return ofAll("coalesce", first, Arrays.asList(others));
    }

    /** The value, or this one where it is NULL. */
    public static <T> Expression<T> coalesce(Expression<T> first, T otherwise) {
        return coalesce(first, new Bind<>(first.type(), otherwise));
    }

    /** NULL where the two are equal, else the first. */
    public static <T> Expression<T> nullif(Expression<T> value, Expression<? extends T> other) {
        return function("nullif", value.type(), value, other);
    }

    /** The greatest of them, NULLs apart. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> Expression<T> greatest(Expression<T> first, Expression<? extends T>... others) {
        return ofAll("greatest", first, Arrays.asList(others));
    }

    /** The least of them, NULLs apart. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> Expression<T> least(Expression<T> first, Expression<? extends T>... others) {
        return ofAll("least", first, Arrays.asList(others));
    }

    private static <T> Expression<T> ofAll(String function, Expression<T> first, List<? extends Expression<?>> others) {
        List<Expression<?>> arguments = new ArrayList<>(others.size() + 1);
        arguments.add(first);
        arguments.addAll(others);
        return new FunctionCall<>(QualifiedName.parse(function), arguments, first.type());
    }

    /** Some element of the array, to compare a value with. */
    public static <T> Quantified<T> any(Expression<List<T>> array) {
        return Quantified.of(Quantified.Quantifier.ANY, array);
    }

    /** Some row of the query, to compare a value with. */
    public static <T> Quantified<T> any(Query<T> query) {
        return Quantified.of(Quantified.Quantifier.ANY, query);
    }

    /** Every element of the array, to compare a value with. */
    public static <T> Quantified<T> all(Expression<List<T>> array) {
        return Quantified.of(Quantified.Quantifier.ALL, array);
    }

    /** Every row of the query, to compare a value with. */
    public static <T> Quantified<T> all(Query<T> query) {
        return Quantified.of(Quantified.Quantifier.ALL, query);
    }

    /** Several values to be compared as one. */
    public static RowValue row(Expression<?>... values) {
        return new RowValue(List.of(values));
    }

    /**
     * An operator that this language has no word for: one of PostgreSQL's, an extension's or your own, which
     * {@code schema.symbol} names wherever it is.
     */
    public static <T> Expression<T> operator(
            Expression<?> left, String operator, Expression<?> right, SqlType<T> type) {
        return CustomOperator.apply(left, operator, right, type);
    }

    /** An operator before its only operand; see {@link #operator(Expression, String, Expression, SqlType)}. */
    public static <T> Expression<T> operator(String operator, Expression<?> operand, SqlType<T> type) {
        return CustomOperator.apply(operator, operand, type);
    }

    /** The time at which the transaction began. */
    public static Expression<java.time.OffsetDateTime> now() {
        return function("now", Types.TIMESTAMPTZ);
    }
}
