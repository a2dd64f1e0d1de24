/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.BOOLEAN;
import static io.gino.type.Types.BYTEA;
import static io.gino.type.Types.DATE;
import static io.gino.type.Types.DOUBLE;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.JSONB;
import static io.gino.type.Types.NUMERIC;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.UUID;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.type.Json;
import io.gino.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralTest {

    @Test
    void writesLiteralsIntoTheText() {
        assertThatSql(select(List.of(
                        literal(INTEGER, -1),
                        literal(BOOLEAN, true),
                        literal(TEXT, "it's"),
                        literal(TEXT, "back\\slash"))))
                .isEqualTo("SELECT -1, true, 'it''s'::text, E'back\\\\slash'::text")
                .binds();
    }

    @Test
    void writesNumbersOfExactlyTheirType() {
        assertThatSql(select(List.of(
                        literal(NUMERIC, new BigDecimal("1E3")).dividedBy(literal(NUMERIC, new BigDecimal(7))),
                        literal(BIGINT, Long.MIN_VALUE),
                        literal(DOUBLE, Double.NEGATIVE_INFINITY))))
                .isEqualTo("SELECT '1000'::numeric / '7'::numeric, '-9223372036854775808'::bigint,"
                        + " '-Infinity'::double precision");
    }

    @Test
    void writesLiteralsOfOtherTypesWithACast() {
        assertThatSql(select(List.of(
                        literal(DATE, LocalDate.of(2026, 7, 22)),
                        literal(UUID, java.util.UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8")),
                        literal(JSONB, new Json("{\"a\": \"it's\"}")),
                        literal(BYTEA, new byte[] {0, (byte) 0xff}))))
                .isEqualTo("SELECT '2026-07-22'::date, '6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid,"
                        + " '{\"a\": \"it''s\"}'::jsonb, E'\\\\x00ff'::bytea");
    }

    @Test
    void writesArrayLiteralsElementByElement() {
        assertThatSql(select(List.of(
                        literal(TEXT.array(), List.of("a", "it's")),
                        literal(BIGINT.array(), List.of()),
                        literal(DOUBLE.array(), List.of(0.5, Double.NaN)),
                        literal(DATE.array(), List.of(LocalDate.of(2026, 7, 22))))))
                .isEqualTo("SELECT ARRAY['a', 'it''s']::text[], ARRAY[]::bigint[],"
                        + " ARRAY['0.5', 'NaN']::double precision[], ARRAY['2026-07-22']::date[]");
    }

    @Test
    void rejectsLiteralsThatHaveNoText() {
        SqlType<Thread> thread = SqlType.of("thread", Thread.class);

        assertThatThrownBy(() -> assertThatSql(select(literal(thread, Thread.currentThread()))))
                .isInstanceOf(StatementException.class)
                .hasMessage("A value of type thread cannot be written as a literal."
                        + " Use template(…) with the SQL for it.");
    }

    @Test
    void rejectsNulInLiterals() {
        assertThatThrownBy(() -> assertThatSql(select(literal(TEXT, "a\0b"))))
                .isInstanceOf(StatementException.class)
                .hasMessage("PostgreSQL's text cannot hold the NUL character.");
    }
}
