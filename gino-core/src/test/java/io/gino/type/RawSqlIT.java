/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static io.gino.sql.Sql.text;
import static io.gino.type.Comparing.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gino.engine.GinoEngine;
import io.gino.row.Row;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What SQL returns that says no types: plain values, of Java's classes or ours. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawSqlIT {

    enum Mood {
        CALM
    }

    private final GinoEngine engine;

    RawSqlIT(TestDatabase database) {
        GinoEngine before = GinoEngine.create(database.url());
        before.status(text("CREATE EXTENSION hstore; CREATE EXTENSION citext; CREATE TYPE mood AS ENUM ('CALM')"))
                .then(before.close())
                .block();
        engine = GinoEngine.create(database.url());
    }

    @AfterAll
    void close() {
        engine.close().block();
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                arguments("1::int2", (short) 1),
                arguments("1", 1),
                arguments("1::int8", 1L),
                arguments("1::oid", 1L),
                arguments("1.50", new BigDecimal("1.50")),
                arguments("1.5::real", 1.5f),
                arguments("'NaN'::float8", Double.NaN),
                arguments("true", true),
                arguments("'a'", "a"),
                arguments("'a'::char(3)", "a  "),
                arguments("'a'::\"char\"", "a"),
                arguments("'a'::name", "a"),
                arguments("'A'::citext", "A"),
                arguments("'\\x00ff'::bytea", new byte[] {0, -1}),
                arguments(
                        "'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid",
                        UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8")),
                arguments("'0044-03-15 BC'::date", LocalDate.of(-43, 3, 15)),
                arguments("'24:00'::time", LocalTime.MAX),
                arguments("'10:00+05:30'::timetz", OffsetTime.parse("10:00+05:30")),
                arguments("'infinity'::timestamp", LocalDateTime.MAX),
                arguments("'2024-02-29 12:00+02'::timestamptz", OffsetDateTime.parse("2024-02-29T10:00Z")),
                arguments("'1 mon -2 days'::interval", new Interval(1, -2, 0)),
                arguments("'{\"b\":1, \"a\":2}'::json", new Json("{\"b\":1, \"a\":2}")),
                arguments("'{\"b\":1, \"a\":2}'::jsonb", new Json("{\"a\": 2, \"b\": 1}")),
                arguments("'[1,5]'::int4range", Range.closedOpen(1, 6)),
                arguments("'[1,5]'::int8range", Range.closedOpen(1L, 6L)),
                arguments("'[1,5]'::numrange", Range.closed(BigDecimal.ONE, new BigDecimal(5))),
                arguments("'[2024-01-01,)'::daterange", Range.atLeast(LocalDate.of(2024, 1, 1))),
                arguments("'{[1,5)}'::int4multirange", List.of(Range.closedOpen(1, 5))),
                arguments("'10.0.0.1/8'::inet", Inet.parse("10.0.0.1/8")),
                arguments("'10.0.0.0/8'::cidr", Inet.parse("10.0.0.0/8")),
                arguments("'08:00:2b:01:02:03'::macaddr", "08:00:2b:01:02:03"),
                arguments("'a=>1'::hstore", Map.of("a", "1")),
                arguments("B'101'", "101"),
                arguments("B'101'::varbit", "101"),
                arguments("12.5::money", "$12.50"),
                arguments("'<a/>'::xml", "<a/>"),
                arguments("'a b'::tsvector", "'a' 'b'"),
                arguments("'a & b'::tsquery", "'a' & 'b'"),
                arguments("'(1,2)'::point", new Point(1, 2)),
                arguments("'((1,2),(3,4))'::box", "(3,4),(1,2)"),
                arguments("'<(1,2),3>'::circle", "<(1,2),3>"),
                arguments("'[(1,2),(3,4)]'::lseg", "[(1,2),(3,4)]"),
                arguments("'CALM'::mood", "CALM"),
                arguments("array['CALM']::mood[]", "{CALM}"),
                arguments("row(1, 'a')", "(1,a)"),
                arguments("'pg_class'::regclass", "pg_class"),
                arguments("'portal'::refcursor", "portal"),
                arguments("'1 2'::int2vector", "1 2"),
                arguments("'$.a'::jsonpath", "$.\"a\""),
                arguments("array[1, null]", Arrays.asList(1, null)),
                arguments("array[[1, 2], [3, 4]]", List.of(List.of(1, 2), List.of(3, 4))),
                arguments("array[array[array['a']]]", List.of(List.of(List.of("a")))),
                arguments("'{}'::int[]", List.of()),
                arguments("'[0:1]={1,2}'::int[]", List.of(1, 2)),
                arguments("array['a b', 'NULL', null, '']", Arrays.asList("a b", "NULL", null, "")),
                arguments("array['a'::char(2)]", List.of("a ")),
                arguments("array['\\x00']::bytea[]", List.of(new byte[] {0})),
                arguments("array['10.0.0.1/8']::inet[]", List.of(Inet.parse("10.0.0.1/8"))),
                arguments("array['1 day']::interval[]", List.of(new Interval(0, 1, 0))),
                arguments("array['{}']::jsonb[]", List.of(new Json("{}"))),
                arguments("array[1::oid]", List.of(1L)),
                arguments("array['[1,2)']::int4range[]", List.of(Range.closedOpen(1, 2))),
                arguments("array['(1,2)']::point[]", List.of(new Point(1, 2))));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void isPlain(String sql, Object expected) {
        Row row = one("SELECT " + sql + " AS x, NULL AS n, " + sql + " AS y");
        assertThat(same(row.get("x"))).isEqualTo(same(expected));
        assertThat(row.get("n")).isNull();
        assertThat(row.toMap().keySet()).containsExactly("x", "n", "y");
    }

    @Test
    void becomesTheTypeThatIsAskedFor() {
        Row row = one(
                "SELECT '2 hours'::interval AS d, now() AS at, 'CALM'::mood AS mood, '{CALM,NULL}'::mood[] AS moods,"
                        + " '{\"a\": 1}'::jsonb AS doc, '10.0.0.1'::inet AS host, 7 AS n");
        assertThat(row.get("d", Types.DURATION)).isEqualTo(Duration.ofHours(2));
        assertThat(row.get("at", Types.INSTANT)).isNotNull();
        assertThat(row.get("mood", Types.enumType("mood", Mood.class))).isEqualTo(Mood.CALM);
        assertThat(row.get("mood", Types.enumText(Mood.class))).isEqualTo(Mood.CALM);
        assertThat(row.get("moods", Types.enumType("mood", Mood.class).array())).containsExactly(Mood.CALM, null);
        assertThat(row.get("doc", Types.jsonb(JsonType.mapOf(Integer.class)))).containsExactly(Map.entry("a", 1));
        assertThat(row.get("host", Types.INET_ADDRESS))
                .isEqualTo(Inet.parse("10.0.0.1").address());
        assertThat(row.get("n", Types.NUMERIC)).isEqualTo(new BigDecimal(7));
    }

    @Test
    void elementsBecomeTheTypeThatIsAskedFor() {
        Row row = one("SELECT array[1, NULL] AS numbers, array['CALM'] AS moods, array[[1], [2]] AS grid");
        assertThat(row.get("numbers", Types.BIGINT.array())).containsExactly(1L, null);
        assertThat(row.get("numbers", Types.INTEGER.array())).isSameAs(row.get("numbers"));
        assertThat(row.get("moods", Types.enumText(Mood.class).array())).containsExactly(Mood.CALM);
        assertThat(row.get("grid", Types.SMALLINT.array().array()))
                .containsExactly(List.of((short) 1), List.of((short) 2));
    }

    record Found(
            Mood mood,
            List<Mood> moods,
            Duration lasting,
            Map<String, Integer> counts,
            List<String> tags,
            Range<Integer> ages) {}

    @Test
    void becomesTheComponentsOfARecord() {
        Found found =
                text("SELECT 'CALM' AS mood, '{CALM}'::mood[] AS moods, '2 hours'::interval AS lasting, '{\"a\": 1}'::jsonb AS counts,"
                                + " '{x}'::text[] AS tags, '[1,5)'::int4range AS ages")
                        .into(Found.class)
                        .as(engine::one)
                        .block();
        assertThat(found)
                .isEqualTo(new Found(
                        Mood.CALM,
                        List.of(Mood.CALM),
                        Duration.ofHours(2),
                        Map.of("a", 1),
                        List.of("x"),
                        Range.closedOpen(1, 5)));
    }

    private Row one(String sql) {
        return text(sql).as(engine::one).blockOptional().orElseThrow();
    }
}
