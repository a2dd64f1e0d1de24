/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.Form.Kind.ARRAY;
import static io.gino.compile.Form.Kind.BOOLEAN;
import static io.gino.compile.Form.Kind.INTEGER;
import static io.gino.compile.Form.Kind.JSON;
import static io.gino.compile.Form.Kind.NETWORK;
import static io.gino.compile.Form.Kind.RANGE;
import static io.gino.compile.Form.Kind.TEXT;

import io.gino.sql.Arithmetic;
import io.gino.sql.Between;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.In;
import io.gino.sql.NullTest;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One way to make an expression of others: an operator for operands of certain kinds. */
record Form(String name, List<Kind> operands, Kind result, Function<List<Expression<?>>, Expression<?>> make) {

    /** The types that operators are tried with. */
    enum Kind {
        INTEGER(Types.INTEGER),
        TEXT(Types.TEXT),
        BOOLEAN(Types.BOOLEAN),
        ARRAY(Types.TEXT.array()),
        JSON(Types.JSONB),
        RANGE(Types.INT4RANGE),
        NETWORK(Types.INET);

        final SqlType<?> type;

        Kind(SqlType<?> type) {
            this.type = type;
        }
    }

    /** Every form whose operands can be grouped in more than one way. */
    static List<Form> all() {
        List<Form> forms = new ArrayList<>();
        Arrays.stream(Operator.values()).forEach(operator -> forms.addAll(forms(operator)));
        for (Kind kind : Kind.values()) {
            forms.add(new Form(
                    "BETWEEN",
                    List.of(kind, kind, kind),
                    BOOLEAN,
                    parts -> new Between(parts.get(0), parts.get(1), parts.get(2), false)));
            forms.add(new Form(
                    "BETWEEN SYMMETRIC",
                    List.of(kind, kind, kind),
                    BOOLEAN,
                    parts -> new Between(parts.get(0), parts.get(1), parts.get(2), true)));
            forms.add(new Form("IS NULL", List.of(kind), BOOLEAN, parts -> new NullTest(parts.get(0), true)));
            forms.add(new Form("IS NOT NULL", List.of(kind), BOOLEAN, parts -> new NullTest(parts.get(0), false)));
        }
        forms.add(new Form(
                "NOT",
                List.of(BOOLEAN),
                BOOLEAN,
                parts -> condition(parts.get(0)).not()));
        forms.add(new Form(
                "AND",
                List.of(BOOLEAN, BOOLEAN),
                BOOLEAN,
                parts -> condition(parts.get(0)).and(condition(parts.get(1)))));
        forms.add(new Form(
                "OR",
                List.of(BOOLEAN, BOOLEAN),
                BOOLEAN,
                parts -> condition(parts.get(0)).or(condition(parts.get(1)))));
        forms.add(new Form("> ALL", List.of(TEXT, ARRAY), BOOLEAN, Form::greaterThanAll));
        forms.add(new Form("IN", List.of(TEXT, ARRAY), BOOLEAN, parts -> in(parts, false)));
        forms.add(new Form("NOT IN", List.of(TEXT, ARRAY), BOOLEAN, parts -> in(parts, true)));
        return forms;
    }

    @SuppressWarnings("unchecked") // the kinds are those of the form
    private static Condition condition(Expression<?> expression) {
        return Condition.of((Expression<Boolean>) expression);
    }

    @SuppressWarnings("unchecked") // the kinds are those of the form
    private static Condition in(List<Expression<?>> parts, boolean negated) {
        return new In<>((Expression<String>) parts.get(0), (Expression<List<String>>) parts.get(1), negated);
    }

    @SuppressWarnings("unchecked") // the kinds are those of the form
    private static Condition greaterThanAll(List<Expression<?>> parts) {
        return ((Expression<String>) parts.get(0)).gt(Sql.all((Expression<List<String>>) parts.get(1)));
    }

    private static List<Form> forms(Operator operator) {
        return switch (operator) {
            case EQ, NE, LT, LE, GT, GE, IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM ->
                Arrays.stream(Kind.values())
                        .map(kind -> comparison(operator, kind))
                        .toList();
            case LIKE, NOT_LIKE, ILIKE, NOT_ILIKE, MATCHES, MATCHES_IGNORE_CASE, NOT_MATCHES, NOT_MATCHES_IGNORE_CASE ->
                List.of(comparison(operator, TEXT));
            case CONTAINS, CONTAINED_BY ->
                List.of(comparison(operator, ARRAY), comparison(operator, JSON), comparison(operator, RANGE));
            case HAS_KEY -> List.of(comparison(operator, JSON, TEXT));
            case HAS_ANY_KEY, HAS_ALL_KEYS -> List.of(comparison(operator, JSON, ARRAY));
            case PATH_EXISTS, FITS -> List.of(path(operator));
            case OVERLAPS ->
                List.of(comparison(operator, ARRAY), comparison(operator, RANGE), comparison(operator, NETWORK));
            case NOT_RIGHT_OF, NOT_LEFT_OF, ADJACENT -> List.of(comparison(operator, RANGE));
            case WITHIN_OR_EQUAL, CONTAINS_OR_EQUAL -> List.of(comparison(operator, NETWORK));
            case LEFT_OF, RIGHT_OF ->
                List.of(
                        comparison(operator, RANGE),
                        comparison(operator, NETWORK),
                        arithmetic(operator, INTEGER, INTEGER, INTEGER));
            case SEARCHED -> List.of(comparison(operator, TEXT));
            case BIT_AND, BIT_OR, BIT_XOR, DISTANCE, NEGATIVE_INNER_PRODUCT, COSINE_DISTANCE, TAXICAB_DISTANCE ->
                List.of(arithmetic(operator, INTEGER, INTEGER, INTEGER));
            case PLUS ->
                List.of(
                        arithmetic(operator, INTEGER, INTEGER, INTEGER),
                        arithmetic(operator, RANGE, RANGE, RANGE),
                        arithmetic(operator, NETWORK, INTEGER, NETWORK));
            case TIMES ->
                List.of(arithmetic(operator, INTEGER, INTEGER, INTEGER), arithmetic(operator, RANGE, RANGE, RANGE));
            case DIVIDE, MODULO -> List.of(arithmetic(operator, INTEGER, INTEGER, INTEGER));
            case MINUS ->
                List.of(
                        arithmetic(operator, INTEGER, INTEGER, INTEGER),
                        arithmetic(operator, JSON, TEXT, JSON),
                        arithmetic(operator, JSON, INTEGER, JSON));
            case CONCAT ->
                List.of(
                        arithmetic(operator, TEXT, TEXT, TEXT),
                        arithmetic(operator, TEXT, INTEGER, TEXT),
                        arithmetic(operator, INTEGER, TEXT, TEXT),
                        arithmetic(operator, ARRAY, ARRAY, ARRAY),
                        arithmetic(operator, JSON, JSON, JSON));
            case JSON_GET -> List.of(arithmetic(operator, JSON, TEXT, JSON));
            case JSON_TEXT -> List.of(arithmetic(operator, JSON, TEXT, TEXT));
            case JSON_PATH, DELETE_PATH -> List.of(arithmetic(operator, JSON, ARRAY, JSON));
            case JSON_PATH_TEXT -> List.of(arithmetic(operator, JSON, ARRAY, TEXT));
        };
    }

    /** A JSON path, which is cast from text. */
    private static Form path(Operator operator) {
        SqlType<String> jsonPath = SqlType.of("jsonpath", String.class);
        return new Form(
                operator.symbol(),
                List.of(JSON, TEXT),
                BOOLEAN,
                parts -> new Comparison(operator, parts.get(0), parts.get(1).cast(jsonPath)));
    }

    private static Form comparison(Operator operator, Kind kind) {
        return comparison(operator, kind, kind);
    }

    private static Form comparison(Operator operator, Kind left, Kind right) {
        return new Form(
                operator.symbol(),
                List.of(left, right),
                BOOLEAN,
                parts -> new Comparison(operator, parts.get(0), parts.get(1)));
    }

    private static Form arithmetic(Operator operator, Kind left, Kind right, Kind result) {
        return new Form(
                operator.symbol(),
                List.of(left, right),
                result,
                parts -> new Arithmetic<>(operator, parts.get(0), parts.get(1), result.type));
    }

    @Override
    public String toString() {
        return name + " " + operands;
    }
}
