/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.JOINED;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.PROFILE;
import static io.gino.compile.Tables.RATING;
import static io.gino.compile.Tables.TAGS;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.DATE;
import static io.gino.type.Types.JSON;
import static io.gino.type.Types.NUMERIC;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.function.ArrayFunctions;
import io.gino.function.DateFunctions;
import io.gino.function.DateFunctions.Part;
import io.gino.function.JsonFunctions;
import io.gino.function.NumberFunctions;
import io.gino.function.TextFunctions;
import io.gino.function.UuidFunctions;
import io.gino.sql.Expression;
import io.gino.type.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionTest {

    private static final Json DOCUMENT = new Json("{\"a\": 1}");

    private static SqlAssert assertThatSelected(Expression<?>... selected) {
        return assertThatSql(select(List.of(selected)).from(USERS));
    }

    @Test
    void matchesRegularExpressions() {
        assertThatSelected(
                        TextFunctions.matches(NAME, "^a"),
                        TextFunctions.matchesIgnoreCase(NAME, "^a"),
                        TextFunctions.notMatches(NAME, "^a"),
                        TextFunctions.notMatchesIgnoreCase(NAME, "^a"))
                .isEqualTo("SELECT users.name ~ $1, users.name ~* $2, users.name !~ $3, users.name !~* $4 FROM users")
                .binds("^a", "^a", "^a", "^a");
    }

    @Test
    void matchesPatternsOfTheRow() {
        assertThatSelected(
                        TextFunctions.like(NAME, NAME.concat("%")),
                        TextFunctions.ilike(NAME, EMAIL),
                        TextFunctions.matches(NAME, EMAIL),
                        DateFunctions.toTimeZone(JOINED, NAME),
                        DateFunctions.fromTimeZone(JOINED.cast(TIMESTAMP), NAME))
                .isEqualTo("SELECT users.name LIKE users.name || $1, users.name ILIKE users.email,"
                        + " users.name ~ users.email, users.joined AT TIME ZONE users.name,"
                        + " CAST(users.joined AS timestamp) AT TIME ZONE users.name FROM users")
                .binds("%");
    }

    @Test
    void computesNumbers() {
        assertThatSelected(
                        NumberFunctions.negated(AGE.plus(1)),
                        NumberFunctions.abs(AGE),
                        NumberFunctions.sign(RATING),
                        NumberFunctions.round(AGE.cast(NUMERIC), 2),
                        NumberFunctions.floor(AGE.cast(NUMERIC)),
                        NumberFunctions.ceiling(AGE.cast(NUMERIC)),
                        NumberFunctions.power(RATING, 2),
                        NumberFunctions.sqrt(RATING),
                        NumberFunctions.random(),
                        UuidFunctions.random())
                .isEqualTo("SELECT - (users.age + $1), abs(users.age), sign(users.rating),"
                        + " round(CAST(users.age AS numeric), $2), floor(CAST(users.age AS numeric)),"
                        + " ceil(CAST(users.age AS numeric)), power(users.rating, $3), sqrt(users.rating), random(),"
                        + " gen_random_uuid() FROM users")
                .binds(1, 2, 2.0);
    }

    @Test
    void collates() {
        assertThatSql(select(ID)
                        .from(USERS)
                        .orderBy(
                                TextFunctions.collate(NAME, "C").desc(),
                                TextFunctions.collate(NAME.concat("x"), "en-x-icu")))
                .isEqualTo("SELECT users.id FROM users ORDER BY users.name COLLATE \"C\" DESC,"
                        + " (users.name || $1) COLLATE \"en-x-icu\"");
    }

    @Test
    void computesTexts() {
        assertThatSelected(
                        TextFunctions.length(NAME),
                        TextFunctions.trim(NAME),
                        TextFunctions.substring(NAME, 2, 3),
                        TextFunctions.replace(NAME, "a", "b"),
                        TextFunctions.regexpReplace(NAME, "[0-9]", "", "g"),
                        TextFunctions.splitPart(NAME, "@", 1))
                .isEqualTo("SELECT length(users.name), btrim(users.name), substr(users.name, $1, $2),"
                        + " replace(users.name, $3, $4), regexp_replace(users.name, $5, $6, $7),"
                        + " split_part(users.name, $8, $9) FROM users")
                .binds(2, 3, "a", "b", "[0-9]", "", "g", "@", 1);
    }

    @Test
    void readsArrays() {
        assertThatSelected(
                        ArrayFunctions.element(TAGS, 1, TEXT),
                        ArrayFunctions.slice(TAGS, 2, 3),
                        ArrayFunctions.element(ArrayFunctions.slice(TAGS, 2, 3), 1, TEXT),
                        ArrayFunctions.element(TAGS.concat(TAGS), 1, TEXT))
                .isEqualTo("SELECT users.tags[$1], users.tags[$2:$3], (users.tags[$4:$5])[$6],"
                        + " (users.tags || users.tags)[$7] FROM users")
                .binds(1, 2, 3, 2, 3, 1, 1);
        assertThatSelected(
                        ArrayFunctions.cardinality(TAGS),
                        ArrayFunctions.position(TAGS, NAME),
                        ArrayFunctions.join(TAGS, ", "))
                .isEqualTo("SELECT cardinality(users.tags), array_position(users.tags, users.name),"
                        + " array_to_string(users.tags, $1) FROM users");
    }

    @Test
    void comparesArrays() {
        assertThatSelected(
                        ArrayFunctions.contains(TAGS, List.of("a")),
                        ArrayFunctions.contains(TAGS, TAGS),
                        ArrayFunctions.containedBy(TAGS, List.of("a", "b")),
                        ArrayFunctions.overlaps(TAGS, List.of()),
                        ArrayFunctions.overlaps(TAGS, TAGS))
                .isEqualTo("SELECT users.tags @> $1, users.tags @> users.tags, users.tags <@ $2, users.tags && $3,"
                        + " users.tags && users.tags FROM users")
                .binds(List.of("a"), List.of("a", "b"), List.of());
    }

    @Test
    void changesArrays() {
        assertThatSelected(
                        ArrayFunctions.append(TAGS, "z"),
                        ArrayFunctions.prepend("a", TAGS),
                        ArrayFunctions.remove(TAGS, NAME))
                .isEqualTo("SELECT users.tags || $1, $2 || users.tags, array_remove(users.tags, users.name) FROM users")
                .binds(List.of("z"), List.of("a"));
    }

    @Test
    void readsJsonByKeysThatTravelBesideTheText() {
        assertThatSelected(
                        JsonFunctions.get(PROFILE, "a' OR 1=1 --"),
                        JsonFunctions.get(PROFILE, 0),
                        JsonFunctions.getText(PROFILE, "a"),
                        JsonFunctions.getText(PROFILE, -1),
                        JsonFunctions.path(PROFILE, "a", "0"),
                        JsonFunctions.pathText(PROFILE, "a", "b,c}"),
                        JsonFunctions.getText(JsonFunctions.get(PROFILE, "a"), "b"))
                .isEqualTo("SELECT users.profile -> $1, users.profile -> $2, users.profile ->> $3,"
                        + " users.profile ->> $4, users.profile #> $5, users.profile #>> $6,"
                        + " users.profile -> $7 ->> $8 FROM users")
                .binds("a' OR 1=1 --", 0, "a", -1, List.of("a", "0"), List.of("a", "b,c}"), "a", "b");
    }

    @Test
    void testsJson() {
        assertThatSelected(
                        JsonFunctions.contains(PROFILE, DOCUMENT),
                        JsonFunctions.containedBy(PROFILE, DOCUMENT),
                        JsonFunctions.hasKey(PROFILE, "a"),
                        JsonFunctions.hasAnyKey(PROFILE, "a", "b"),
                        JsonFunctions.hasAllKeys(PROFILE, "a", "b"))
                .isEqualTo("SELECT users.profile @> $1, users.profile <@ $2, users.profile ? $3,"
                        + " users.profile ?| $4, users.profile ?& $5 FROM users");
        assertThatSelected(JsonFunctions.kind(PROFILE), JsonFunctions.arrayLength(PROFILE))
                .isEqualTo("SELECT jsonb_typeof(users.profile), jsonb_array_length(users.profile) FROM users");
    }

    @Test
    void changesJson() {
        assertThatSelected(
                        JsonFunctions.without(PROFILE, "a", "b"),
                        JsonFunctions.without(PROFILE, 0),
                        JsonFunctions.withoutPath(PROFILE, "a", "b"),
                        JsonFunctions.set(PROFILE, List.of("a", "b"), JsonFunctions.toJson(AGE)))
                .isEqualTo("SELECT users.profile - $1, users.profile - $2, users.profile #- $3,"
                        + " jsonb_set(users.profile, $4, to_jsonb(users.age)) FROM users")
                .binds(List.of("a", "b"), 0, List.of("a", "b"), List.of("a", "b"));
    }

    @Test
    void buildsJson() {
        assertThatSelected(
                        JsonFunctions.object(Map.of("it's", NAME)),
                        JsonFunctions.array(ID, NAME),
                        JsonFunctions.toJson(TAGS))
                .isEqualTo("SELECT jsonb_build_object($1, users.name), jsonb_build_array(users.id, users.name),"
                        + " to_jsonb(users.tags) FROM users")
                .binds("it's");
    }

    @Test
    void followsJsonPathsThatTravelBesideTheText() {
        assertThatSelected(
                        JsonFunctions.pathExists(PROFILE, "$.a"),
                        JsonFunctions.pathExists(PROFILE, "$.a ? (@ > $a)", DOCUMENT),
                        JsonFunctions.pathMatches(PROFILE, "$.a > 1"),
                        JsonFunctions.pathQuery(PROFILE, "$.a[*]"),
                        JsonFunctions.pathQuery(PROFILE, "$.a[*] ? (@ > $a)", DOCUMENT),
                        JsonFunctions.pathQueryFirst(PROFILE, "$.a"))
                .isEqualTo("SELECT users.profile @? CAST($1 AS jsonpath),"
                        + " jsonb_path_exists(users.profile, CAST($2 AS jsonpath), $3),"
                        + " users.profile @@ CAST($4 AS jsonpath),"
                        + " jsonb_path_query_array(users.profile, CAST($5 AS jsonpath)),"
                        + " jsonb_path_query_array(users.profile, CAST($6 AS jsonpath), $7),"
                        + " jsonb_path_query_first(users.profile, CAST($8 AS jsonpath)) FROM users");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> JsonFunctions.get(NAME, "a"))
                .isInstanceOf(StatementException.class)
                .hasMessage("JSON functions need a jsonb or json; users.name is of type text. Cast it to jsonb.");
        assertThatThrownBy(() -> JsonFunctions.hasKey(PROFILE.cast(JSON).as("j"), "a"))
                .hasMessageContaining("JSON functions need a jsonb; ")
                .hasMessageEndingWith(" is of type json. Cast it to jsonb.");
    }

    @Test
    void takesDatesApart() {
        assertThatSelected(
                        DateFunctions.extract(Part.ISODOW, JOINED),
                        DateFunctions.dateTrunc(Part.DAY, JOINED),
                        DateFunctions.dateTrunc(Part.MONTH, value(DATE, LocalDate.EPOCH)),
                        DateFunctions.currentDate())
                .isEqualTo("SELECT extract(ISODOW FROM users.joined), date_trunc('day'::text, users.joined),"
                        + " CAST(date_trunc('month'::text, $1) AS date), CURRENT_DATE FROM users")
                .binds(LocalDate.EPOCH);
    }

    @Test
    void movesBetweenTimeZones() {
        assertThatSelected(
                        DateFunctions.toTimeZone(JOINED, ZoneId.of("Europe/Paris")),
                        DateFunctions.fromTimeZone(JOINED.cast(TIMESTAMP), ZoneOffset.UTC))
                .isEqualTo("SELECT users.joined AT TIME ZONE $1, CAST(users.joined AS timestamp) AT TIME ZONE $2"
                        + " FROM users")
                .binds("Europe/Paris", "UTC");
    }

    @Test
    void computesWithTimes() {
        assertThatSelected(
                        DateFunctions.plus(JOINED, Duration.ofHours(36)),
                        DateFunctions.minus(JOINED, Duration.ofMillis(-1500)),
                        DateFunctions.plus(value(DATE, LocalDate.EPOCH), Period.of(1, 2, 3)),
                        DateFunctions.minus(JOINED, Period.ofDays(1)))
                .isEqualTo("SELECT users.joined + CAST($1 AS interval), users.joined - CAST($2 AS interval),"
                        + " CAST($3 + CAST($4 AS interval) AS date), users.joined - CAST($5 AS interval) FROM users")
                .binds("PT36H", "PT-1.5S", LocalDate.EPOCH, "P1Y2M3D", "P1D");
    }

    @Test
    void refusesDatesThatAreNone() {
        assertThatThrownBy(() -> DateFunctions.dateTrunc(Part.DOW, JOINED))
                .hasMessage("A date cannot be cut to DOW, which is no unit of time.");
        assertThatThrownBy(() -> DateFunctions.toTimeZone(JOINED, ZoneOffset.ofHours(2)))
                .hasMessage("PostgreSQL reads the offset +02:00 with its sign reversed."
                        + " Use a zone with a name, such as Europe/Paris.");
        assertThatThrownBy(() -> DateFunctions.toTimeZone(JOINED.cast(TIMESTAMP), ZoneId.of("Europe/Paris")))
                .hasMessageContaining("Only a timestamptz is an instant; ");
    }
}
