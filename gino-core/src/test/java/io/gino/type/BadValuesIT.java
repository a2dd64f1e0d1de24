/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gino.engine.GinoEngine;
import io.gino.error.DatabaseException;
import io.gino.error.LoadException;
import io.gino.error.StatementException;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Values that do not fit: one sentence that says which, and what to do. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadValuesIT {

    enum Mood {
        CALM,
        WILD
    }

    private final GinoEngine engine;

    BadValuesIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @AfterAll
    void close() {
        engine.close().block();
    }

    static Stream<Arguments> unwritable() {
        String dates = ": its dates go from 4713-01-01 BC to ";
        String infinity = ", and MIN and MAX stand for infinity.";
        return Stream.of(
                arguments(
                        Types.DATE,
                        LocalDate.of(-5000, 1, 1),
                        "PostgreSQL cannot hold -5000-01-01" + dates + "+5874897-12-31" + infinity),
                arguments(
                        Types.TIMESTAMP,
                        LocalDateTime.of(300000, 1, 1, 0, 0),
                        "PostgreSQL cannot hold +300000-01-01T00:00" + dates + "+294276-12-31T23:59:59.999999"
                                + infinity),
                arguments(
                        Types.TIMESTAMPTZ,
                        OffsetDateTime.parse("+300000-01-01T00:00Z"),
                        "PostgreSQL cannot hold +300000-01-01T00:00Z" + dates + "+294276-12-31T23:59:59.999999Z"
                                + infinity),
                arguments(
                        Types.INSTANT,
                        Instant.MAX.minusSeconds(1),
                        "PostgreSQL cannot hold +1000000000-12-31T23:59:58.999999999Z" + dates
                                + "+294276-12-31T23:59:59.999999Z" + infinity),
                arguments(Types.VARBIT, "102", "A bit string is made of 0 and 1; got '102'."),
                arguments(
                        Types.HSTORE,
                        Collections.singletonMap((String) null, "x"),
                        "The keys of an hstore are never null."),
                arguments(
                        Types.INTEGER.array().array(),
                        List.of(List.of(1), List.of(1, 2)),
                        "The arrays in an array of arrays must be equally long; got 1 and 2 elements."),
                arguments(
                        Types.INTEGER.array().array(),
                        Arrays.asList(List.of(1), null),
                        "An array of arrays holds neither NULL nor an empty array in place of an array."),
                arguments(
                        Types.jsonb(Object.class),
                        new Unwritable(),
                        "Cannot write io.gino.type.BadValuesIT$Unwritable as JSON: refused"));
    }

    static final class Unwritable {
        public String getName() {
            throw new IllegalStateException("refused");
        }
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    <T> void isRefusedBeforeItIsSent(SqlType<T> type, T bad, String message) {
        assertThatThrownBy(() -> select(value(type, bad)).as(engine::one).block())
                .isInstanceOfAny(StatementException.class, LoadException.class)
                .hasMessageStartingWith(message);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(
                        "'1 mon'::interval",
                        Types.DURATION,
                        "Column 'x' cannot be read as Duration (interval). The interval has months, which are not always"
                                + " equally long, so it is no Duration. Read it with the type INTERVAL instead."),
                arguments(
                        "'1 hour'::interval",
                        Types.PERIOD,
                        "Column 'x' cannot be read as Period (interval). The interval has hours or less, so it is no"
                                + " Period. Read it with the type INTERVAL instead."),
                arguments(
                        "'10.0.0.1/8'::inet",
                        Types.INET_ADDRESS,
                        "Column 'x' cannot be read as InetAddress (inet). The address has a prefix length, so it is no"
                                + " InetAddress alone. Read it with the type INET instead."),
                arguments(
                        "'BAD'",
                        Types.enumText(Mood.class),
                        "Column 'x' cannot be read as Mood (text). The enum Mood has no constant 'BAD'. It has: CALM,"
                                + " WILD."),
                arguments(
                        "2",
                        Types.enumOrdinal(Mood.class),
                        "Column 'x' cannot be read as Mood (integer). The enum Mood has no constant number 2; it has 2,"
                                + " counted from 0."),
                arguments(
                        "'{{1},{2}}'::int[]",
                        Types.INTEGER.array(),
                        "Column 'x' cannot be read as List (integer[]). The value is an array of arrays. Read it with the"
                                + " type integer[][] instead."),
                arguments(
                        "'{1}'::int[]",
                        Types.INTEGER.array().array(),
                        "Column 'x' cannot be read as List (integer[][]). The value is an array of fewer dimensions. Read"
                                + " it with the type integer[] instead."),
                arguments(
                        "'abc'",
                        Types.DATE,
                        "Column 'x' cannot be read as LocalDate (date). A value cannot be read as LocalDate: it is no ISO"
                                + " date or time. If it is one in PostgreSQL, leave DateStyle at ISO."),
                arguments(
                        "1.5",
                        Types.BIGINTEGER,
                        "Column 'x' cannot be read as BigInteger (numeric). It holds something else (Rounding necessary)."),
                arguments(
                        "'abc'",
                        Types.INTERVAL,
                        "Column 'x' cannot be read as Interval (interval). The interval 'abc' cannot be read. Leave"
                                + " IntervalStyle at postgres, postgres_verbose or iso_8601."),
                arguments(
                        "'{}'::jsonb",
                        Types.jsonb(Integer.class),
                        "Column 'x' cannot be read as Integer (jsonb). Cannot read a JSON document as java.lang.Integer:"),
                arguments(
                        "'null'::jsonb",
                        Types.jsonb(Map.class),
                        "Column 'x' cannot be read as Map (jsonb). A JSON null cannot become a java.util.Map. Store SQL"
                                + " NULL instead."),
                arguments(
                        "'abc'", Types.BIGINT, "Column 'x' cannot be read as Long (bigint). It holds something else ("),
                arguments(
                        "'NaN'::numeric",
                        Types.NUMERIC,
                        "Column 'x' cannot be read as BigDecimal (numeric). It holds something else ("));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    <T> void namesTheColumnThatCannotBeRead(String sql, SqlType<T> type, String message) {
        assertThatThrownBy(() -> text("SELECT " + sql + " AS x")
                        .read(type)
                        .as(engine::one)
                        .block())
                .isInstanceOf(LoadException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anArrayCannotBeAmongArraysInIn() {
        assertThatThrownBy(() -> column("tags", Types.TEXT.array()).in(List.of(List.of("a"))))
                .isInstanceOf(StatementException.class)
                .hasMessage("An array column cannot be looked up in a list of arrays: PostgreSQL would look into them."
                        + " Use eq(…).or(…).");
    }

    @Test
    void textWithNulIsNotSent() {
        assertThatThrownBy(
                        () -> select(value(Types.TEXT, "a\0b")).as(engine::one).block())
                .isInstanceOf(StatementException.class)
                .hasMessage("PostgreSQL's text cannot hold the NUL character.");
    }

    @Test
    void postgresSaysWhatItCannotHold() {
        assertThatThrownBy(() -> select(value(Types.XML, "<a")).as(engine::one).block())
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("PostgreSQL refused the statement: invalid XML content (2200N)");
    }

    @Test
    void valuesThatCannotBeBuilt() {
        assertThatThrownBy(() -> Range.closed(5, 1))
                .isInstanceOf(StatementException.class)
                .hasMessage("The lower bound of a range must not be above the upper one; got 5 and 1.");
        assertThatThrownBy(() -> Inet.parse("example.org"))
                .isInstanceOf(StatementException.class)
                .hasMessage("'example.org' is no IP address, with or without a prefix length.");
        assertThatThrownBy(() -> Inet.parse("10.0.0.1/33"))
                .isInstanceOf(StatementException.class)
                .hasMessage("The prefix of 10.0.0.1 goes from 0 to 32; got 33.");
        assertThatThrownBy(() -> Interval.of(Period.ofYears(Integer.MAX_VALUE), Duration.ZERO))
                .isInstanceOf(StatementException.class)
                .hasMessage("PostgreSQL cannot hold P2147483647Y and PT0S in an interval: it is too long.");
        assertThatThrownBy(() -> Types.INTEGER.convert(BigInteger.TEN.pow(30)))
                .isInstanceOf(StatementException.class)
                .hasMessage("The number 1000000000000000000000000000000 does not fit the type integer exactly.");
        assertThatThrownBy(() -> Types.INTEGER.convert("5"))
                .isInstanceOf(StatementException.class)
                .hasMessage("A value of type integer is a Integer in Java; got a java.lang.String.");
        assertThatThrownBy(() -> Types.jsonb(JsonNode.class).read("{"))
                .isInstanceOf(LoadException.class)
                .hasMessageStartingWith("Cannot read a JSON document as tools.jackson.databind.JsonNode: ");
    }
}
