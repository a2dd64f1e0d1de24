/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.PAGES;
import static io.gino.compile.Tables.PAGE_EDITED;
import static io.gino.compile.Tables.PAGE_EDITOR;
import static io.gino.compile.Tables.PAGE_ID;
import static io.gino.compile.Tables.PAGE_LENGTH;
import static io.gino.compile.Tables.PAGE_TEXT;
import static io.gino.compile.Tables.PAGE_VERSION;
import static io.gino.schema.Schema.always;
import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnUpdateTest {

    @Test
    void setsWhatTheTableSetsAtEveryUpdate() {
        assertThatSql(PAGES.update().set(PAGE_TEXT, "x").where(PAGE_ID.eq(1L)))
                .isEqualTo("UPDATE pages SET body = $1, version = pages.version + $2, editor = $3, edited = now()"
                        + " WHERE pages.id = $4")
                .binds("x", 1, "nobody", 1L);
    }

    @Test
    void leavesToTheStatementWhatItSetsItself() {
        assertThatSql(PAGES.update()
                        .set(PAGE_EDITOR, "jack")
                        .set(PAGE_VERSION, 7)
                        .set(PAGE_EDITED, PAGE_EDITED)
                        .everyRow())
                .isEqualTo("UPDATE pages SET editor = $1, version = $2, edited = pages.edited")
                .binds("jack", 7);
    }

    @Test
    void setsItInConflictsToo() {
        assertThatSql(PAGES.insert()
                        .set(PAGE_ID, 1L)
                        .set(PAGE_TEXT, "x")
                        .onConflict(PAGE_ID)
                        .doUpdate(PAGE_TEXT))
                .isEqualTo("INSERT INTO pages (id, body, version) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE"
                        + " SET body = excluded.body, version = pages.version + $4, editor = $5, edited = now()")
                .binds(1L, "x", 1, 1, "nobody");
    }

    @Test
    void asksForTheValueAtEachStatement() {
        AtomicInteger asked = new AtomicInteger();
        Column<Integer> counter = column("counter", INTEGER).onUpdate(asked::incrementAndGet);
        Column<String> text = column("body", TEXT);
        Table table = new MetaData().table("pages", text, counter);

        assertThatThrownBy(() -> new PostgresCompiler().compile(table.update().everyRow()))
                .isInstanceOf(StatementException.class)
                .hasMessage("UPDATE of 'pages' sets nothing. Add set(column, value).");
        List<Object> values = List.of(valueOf(table, text), valueOf(table, text));

        assertThat(values).containsExactly(1, 2);
    }

    private static Object valueOf(Table table, Column<String> text) {
        return Objects.requireNonNull(new PostgresCompiler()
                .compile(table.update().set(text, "x").everyRow())
                .slots()
                .get(1)
                .value());
    }

    @Test
    void rejectsValuesForGeneratedColumns() {
        String message = "Cannot set pages.length: PostgreSQL computes it from other columns.";

        assertThatThrownBy(() -> PAGES.update().set(PAGE_LENGTH, 1))
                .isInstanceOf(StatementException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> PAGES.insert().set("length", 1))
                .isInstanceOf(StatementException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> PAGES.insert().rows(List.of(PAGE_LENGTH), List.of(List.of(1))))
                .isInstanceOf(StatementException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> PAGES.insert()
                        .from(List.of(PAGE_LENGTH), select(PAGE_LENGTH).from(PAGES)))
                .isInstanceOf(StatementException.class)
                .hasMessage(message);
    }

    @Test
    void rejectsValuesForColumnsThatPostgresqlNumbersAlways() {
        Column<Long> id = column("id", BIGINT).identity(always());
        Table table = new MetaData().table("t", id);

        assertThatThrownBy(() -> table.insert().set(id, 1L))
                .isInstanceOf(StatementException.class)
                .hasMessage("Cannot set t.id: PostgreSQL numbers it always. Leave it out, or declare it"
                        + " identity(byDefault()).");
    }
}
