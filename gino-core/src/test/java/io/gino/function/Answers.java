/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.engine.GinoEngine;
import io.gino.schema.MetaData;
import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.sql.Statement;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;

/** What PostgreSQL answers to statements, and the SQL in which they were asked. Blocks. */
final class Answers {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final GinoEngine engine;

    Answers(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    void run(String sql) {
        run(Sql.text(sql));
    }

    void run(Statement<?> statement) {
        engine.status(statement).block(TIMEOUT);
    }

    void create(MetaData metadata) {
        engine.schema(metadata).createAll().block(TIMEOUT);
    }

    /** The rows as texts. */
    List<String> rows(Statement<?> statement) {
        return engine.all(statement).map(Object::toString).collectList().block(TIMEOUT);
    }

    void assertThatRuns(Statement<?> statement, String sql, String... rows) {
        assertThat(statement).hasToString(sql);
        assertThat(rows(statement)).containsExactly(rows);
    }

    /** The SQL of a single value, and the value as text. */
    void assertThatGives(Expression<?> expression, String sql, String value) {
        assertThatRuns(Sql.select(List.of(expression.as("x"))), "SELECT " + sql + " AS x", "{x=" + value + "}");
    }

    void close() {
        engine.close().block(TIMEOUT);
    }
}
