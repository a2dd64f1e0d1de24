/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.compile.Form.Kind;
import io.gino.ddl.SchemaPlan;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Expression;
import io.gino.sql.Logical;
import io.gino.sql.Precedence;
import io.gino.sql.Sql;
import io.gino.sql.Template;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PostgreSQL reads our text as it was meant: it stores the same view for it as for the text with every parenthesis.
 */
@ExtendWith(PostgresExtension.class)
class PrecedenceIT {

    private static final MetaData METADATA = new MetaData();

    /** Three columns of each kind, so that no two operands are the same. */
    private static final Table OPERANDS = METADATA.table(
            "operands",
            Arrays.stream(Kind.values())
                    .flatMap(kind -> Stream.of(0, 1, 2).map(i -> Column.of(name(kind, i), kind.type)))
                    .toArray(Column<?>[]::new));

    private static final List<Form> FORMS = Form.all();

    private static Psql psql;

    /** The operators of extensions are made up here: how tightly they bind is in their symbols alone. */
    @BeforeAll
    static void createOperands(TestDatabase database) {
        psql = new Psql(database);
        psql.run(SchemaPlan.of(METADATA).createAll());
        for (String symbol : List.of("<->", "<#>", "<=>", "<+>")) {
            psql.run("CREATE OPERATOR " + symbol + " (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4mi)");
        }
        psql.run("CREATE OPERATOR @ (LEFTARG = text, RIGHTARG = text, FUNCTION = starts_with)");
    }

    private static String name(Kind kind, int index) {
        return kind.name().charAt(0) + "" + index;
    }

    private static Expression<?> leaf(Kind kind, int index) {
        return OPERANDS.column(name(kind, index));
    }

    static List<Form> forms() {
        return FORMS;
    }

    @AfterAll
    static void close() {
        psql.close();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void groupsEveryOperandAsMeant(Form outer) {
        List<Expression<?>> ours = new ArrayList<>();
        List<Expression<?>> full = new ArrayList<>();
        for (int place = 0; place < outer.operands().size(); place++) {
            for (Form inner : FORMS) {
                if (inner.result() == outer.operands().get(place)) {
                    ours.add(nested(outer, place, inner, operand -> operand));
                    full.add(nested(outer, place, inner, PrecedenceIT::parenthesized));
                }
            }
        }
        requireSameMeaning(ours, full);
    }

    /** The outer form, with the inner one in one of its places. */
    private static Expression<?> nested(Form outer, int place, Form inner, UnaryOperator<Expression<?>> around) {
        List<Expression<?>> operands = new ArrayList<>(leaves(outer));
        operands.set(place, place(outer, inner.make().apply(leaves(inner)), around));
        return outer.make().apply(operands);
    }

    /** AND in AND and OR in OR stay as they are: they mean the same however they are grouped. */
    private static Expression<?> place(Form outer, Expression<?> operand, UnaryOperator<Expression<?>> around) {
        boolean same = operand instanceof Logical logical
                && logical.connective().name().equals(outer.name());
        return same ? operand : around.apply(operand);
    }

    private static List<Expression<?>> leaves(Form form) {
        List<Expression<?>> leaves = new ArrayList<>();
        for (Kind kind : form.operands()) {
            leaves.add(leaf(kind, leaves.size()));
        }
        return leaves;
    }

    private static <T> Expression<T> parenthesized(Expression<T> expression) {
        return new Template<>(List.of("(", ")"), List.of(expression), expression.type(), Precedence.ATOM);
    }

    @Test
    void groupsDeepExpressionsAsMeant() {
        List<Expression<?>> ours = new ArrayList<>();
        List<Expression<?>> full = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            ours.add(random(new Random(seed), Kind.BOOLEAN, 4, operand -> operand));
            full.add(random(new Random(seed), Kind.BOOLEAN, 4, PrecedenceIT::parenthesized));
        }
        requireSameMeaning(ours, full);
    }

    private static Expression<?> random(Random random, Kind kind, int depth, UnaryOperator<Expression<?>> around) {
        List<Form> makers = FORMS.stream().filter(form -> form.result() == kind).toList();
        if (depth == 0 || random.nextInt(6) == 0) {
            return leaf(kind, random.nextInt(3));
        }
        Form form = makers.get(random.nextInt(makers.size()));
        List<Expression<?>> operands = new ArrayList<>();
        for (Kind operand : form.operands()) {
            operands.add(place(form, random(random, operand, depth - 1, around), around));
        }
        return form.make().apply(operands);
    }

    private static void requireSameMeaning(List<Expression<?>> ours, List<Expression<?>> full) {
        assertThat(stored(ours)).as(sql(ours)).isEqualTo(stored(full));
    }

    /** What PostgreSQL says that it has understood, column by column. */
    private static List<String> stored(List<Expression<?>> expressions) {
        psql.run("CREATE TEMP VIEW understood AS " + sql(expressions));
        try {
            return psql.query("SELECT pg_get_viewdef('understood'::regclass)")
                    .get(0)
                    .lines()
                    .toList();
        } finally {
            psql.run("DROP VIEW understood");
        }
    }

    private static String sql(List<Expression<?>> expressions) {
        List<Expression<?>> labelled = new ArrayList<>();
        for (Expression<?> expression : expressions) {
            labelled.add(expression.as("c" + labelled.size()));
        }
        return new PostgresCompiler()
                .compile(Sql.select(labelled).from(OPERANDS))
                .sql();
    }
}
