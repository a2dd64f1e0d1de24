/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.excluded;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.now;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.model.Column;
import io.gino.model.ColumnAttribute;
import io.gino.model.DocumentAttribute;
import io.gino.model.GinoModel;
import io.gino.model.JsonAttribute;
import io.gino.model.JsonHooks;
import io.gino.model.Model;
import io.gino.model.ModelAlias;
import io.gino.model.PrimaryKey;
import io.gino.schema.Table;
import io.gino.sql.Expression;
import io.gino.sql.Subquery;
import io.gino.type.Json;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The SQL of attributes inside documents. */
@NullUnmarked
class JsonAttributeTest {

    enum Mood {
        CALM,
        WILD
    }

    record Address(String city, int zip) {}

    static final class Lower implements JsonHooks<Person, String> {
        @Override
        public Expression<String> expression(Expression<String> value) {
            return lower(value);
        }
    }

    @GinoModel("users")
    record Person(
            @PrimaryKey Long id,
            String name,
            @Column(type = "jsonb") Map<String, Object> profile,
            @JsonAttribute Integer age,
            @JsonAttribute String city,
            @JsonAttribute BigDecimal height,
            @JsonAttribute Boolean active,
            @JsonAttribute LocalDate born,
            @JsonAttribute LocalDateTime seen,
            @JsonAttribute OffsetDateTime moved,
            @JsonAttribute UUID token,
            @JsonAttribute Mood mood,
            @JsonAttribute List<String> tags,
            @JsonAttribute Address home,
            @JsonAttribute(path = {"work", "city"}) String office,

            @JsonAttribute(path = {"work", "desk", "number"})
            Long desk,

            @JsonAttribute(path = "it's \"odd\" \\ ключ") String odd,
            @JsonAttribute(hooks = Lower.class) String login) {}

    private static final Model<Person> PERSON = Model.of(Person.class);
    private static final Table TABLE = PERSON.table();
    private static final ColumnAttribute<Person, Long> ID = PERSON.attribute("id");
    private static final ColumnAttribute<Person, String> NAME = PERSON.attribute("name");
    private static final ColumnAttribute<Person, Map<String, Object>> PROFILE = PERSON.attribute("profile");
    private static final DocumentAttribute<Person, Integer> AGE = PERSON.inside("age");
    private static final DocumentAttribute<Person, String> CITY = PERSON.inside("city");
    private static final DocumentAttribute<Person, String> OFFICE = PERSON.inside("office");
    private static final DocumentAttribute<Person, Long> DESK = PERSON.inside("desk");
    private static final DocumentAttribute<Person, LocalDate> BORN = PERSON.inside("born");
    private static final DocumentAttribute<Person, OffsetDateTime> MOVED = PERSON.inside("moved");

    private static Json json(String text) {
        return new Json(text);
    }

    @Test
    void readsEachKindByItsOwnType() {
        assertThatSql(select(
                                AGE,
                                CITY,
                                PERSON.column("height"),
                                PERSON.column("active"),
                                BORN,
                                PERSON.column("seen"),
                                MOVED,
                                PERSON.column("token"),
                                PERSON.column("mood"))
                        .from(TABLE))
                .isEqualTo("SELECT (users.profile ->> 'age')::integer AS age, users.profile ->> 'city' AS city,"
                        + " (users.profile ->> 'height')::numeric AS height,"
                        + " (users.profile ->> 'active')::boolean AS active,"
                        + " (users.profile ->> 'born')::date AS born,"
                        + " (users.profile ->> 'seen')::timestamp AS seen,"
                        + " (users.profile ->> 'moved')::timestamptz AS moved,"
                        + " (users.profile ->> 'token')::uuid AS token, users.profile ->> 'mood' AS mood FROM users");
    }

    @Test
    void readsDocumentsInWhichNullIsNull() {
        assertThatSql(select(PERSON.column("tags"), PERSON.column("home")).from(TABLE))
                .isEqualTo("SELECT NULLIF(users.profile -> 'tags', 'null') AS tags,"
                        + " NULLIF(users.profile -> 'home', 'null') AS home FROM users");
    }

    @Test
    void readsTheEndOfAPath() {
        assertThatSql(select(OFFICE, DESK).from(TABLE))
                .isEqualTo("SELECT users.profile -> 'work' ->> 'city' AS office,"
                        + " (users.profile -> 'work' -> 'desk' ->> 'number')::bigint AS desk FROM users");
    }

    @Test
    void quotesKeys() {
        assertThatSql(select(PERSON.column("odd")).from(TABLE))
                .isEqualTo("SELECT users.profile ->> E'it''s \"odd\" \\\\ ключ' AS odd FROM users");
    }

    @Test
    void standsInConditionsOrdersAndGroups() {
        assertThatSql(select(AGE, count())
                        .from(TABLE)
                        .where(AGE.gt(18)
                                .and(CITY.like("B%"))
                                .and(CITY.concat("!").ne("Bonn!")))
                        .groupBy(AGE)
                        .having(AGE.plus(1).lt(99))
                        .orderBy(AGE.desc()))
                .isEqualTo("SELECT (users.profile ->> 'age')::integer AS age, count(*) FROM users"
                        + " WHERE (users.profile ->> 'age')::integer > $1 AND users.profile ->> 'city' LIKE $2"
                        + " AND users.profile ->> 'city' || $3 <> $4"
                        + " GROUP BY (users.profile ->> 'age')::integer"
                        + " HAVING (users.profile ->> 'age')::integer + $5 < $6"
                        + " ORDER BY (users.profile ->> 'age')::integer DESC")
                .binds(18, "B%", "!", "Bonn!", 1, 99);
    }

    @Test
    void asksForNull() {
        assertThatSql(select(ID)
                        .from(TABLE)
                        .where(AGE.isNull().or(PERSON.<Address>inside("home").eq((Address) null))))
                .isEqualTo("SELECT users.id FROM users WHERE (users.profile ->> 'age')::integer IS NULL"
                        + " OR NULLIF(users.profile -> 'home', 'null') IS NULL");
    }

    @Test
    void isReadThroughItsHooksAndWrittenWithoutThem() {
        DocumentAttribute<Person, String> login = PERSON.inside("login");
        assertThatSql(select(login).from(TABLE).where(login.eq("x")))
                .isEqualTo("SELECT lower(users.profile ->> 'login') AS login FROM users"
                        + " WHERE lower(users.profile ->> 'login') = $1")
                .binds("x");
        assertThatSql(TABLE.update().set(login, "X").where(login.eq("x")))
                .isEqualTo("UPDATE users SET profile = COALESCE(users.profile, '{}') || $1"
                        + " WHERE lower(users.profile ->> 'login') = $2")
                .binds(json("{\"login\":\"X\"}"), "x");
    }

    @Test
    void isThatOfAnAlias() {
        ModelAlias<Person> other = PERSON.as("other");
        assertThatSql(select(other.column(AGE))
                        .from(other)
                        .where(other.column(CITY).eq("Bonn")))
                .isEqualTo("SELECT (other.profile ->> 'age')::integer AS age FROM users AS other"
                        + " WHERE other.profile ->> 'city' = $1")
                .binds("Bonn");
    }

    @Test
    void isAColumnOfTheSubqueryThatSelectsIt() {
        Subquery grown = select(ID, AGE).from(TABLE).where(AGE.gt(17)).asTable("grown");
        assertThatSql(select(grown.column(AGE)).from(grown))
                .isEqualTo(
                        "SELECT grown.age FROM (SELECT users.id, (users.profile ->> 'age')::integer AS age FROM users"
                                + " WHERE (users.profile ->> 'age')::integer > $1) AS grown")
                .binds(17);
    }

    @Test
    void givesItsText() {
        assertThatSql(select(BORN.text()).from(TABLE).where(BORN.text().ge(BORN.text(LocalDate.of(2000, 1, 31)))))
                .isEqualTo("SELECT users.profile ->> 'born' FROM users WHERE users.profile ->> 'born' >= $1")
                .binds("2000-01-31");
    }

    @Test
    void setsWhatIsKnownAsOneDocument() {
        assertThatSql(TABLE.update().set(AGE, 20).set(CITY, "Bonn").where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET profile = COALESCE(users.profile, '{}') || $1 WHERE users.id = $2")
                .binds(json("{\"age\":20,\"city\":\"Bonn\"}"), 1L);
    }

    @Test
    void setsNullAsTheNullOfJson() {
        assertThatSql(TABLE.update().set(AGE, (Integer) null).where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET profile = COALESCE(users.profile, '{}') || $1 WHERE users.id = $2")
                .binds(json("{\"age\":null}"), 1L);
    }

    @Test
    void setsWhatIsComputedByItsKey() {
        assertThatSql(TABLE.update().set(AGE, AGE.plus(1)).set(CITY, "Bonn").where(AGE.gt(17)))
                .isEqualTo("UPDATE users SET profile = COALESCE(users.profile, '{}') || $1"
                        + " || jsonb_build_object('age', (users.profile ->> 'age')::integer + $2)"
                        + " WHERE (users.profile ->> 'age')::integer > $3")
                .binds(json("{\"city\":\"Bonn\"}"), 1, 17);
    }

    @Test
    void setsParametersWithTheirType() {
        assertThatSql(TABLE.update()
                        .set(AGE, parameter("age", Types.INTEGER))
                        .set(MOVED, now())
                        .where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET profile = COALESCE(users.profile, '{}')"
                        + " || jsonb_build_object('age', $1::integer, 'moved', now()) WHERE users.id = $2")
                .binds(":age", 1L);
    }

    @Test
    void setsTheEndOfAPathAndNothingBesideIt() {
        assertThatSql(TABLE.update()
                        .set(OFFICE, "Bonn")
                        .set(DESK, 7L)
                        .set(AGE, 1)
                        .where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET profile = COALESCE(users.profile, '{}') || $1"
                        + " || jsonb_build_object('work', COALESCE(NULLIF(users.profile -> 'work', 'null'), '{}') || $2"
                        + " || jsonb_build_object('desk',"
                        + " COALESCE(NULLIF(users.profile -> 'work' -> 'desk', 'null'), '{}') || $3))"
                        + " WHERE users.id = $4")
                .binds(json("{\"age\":1}"), json("{\"city\":\"Bonn\"}"), json("{\"number\":7}"), 1L);
    }

    @Test
    void setsTheSameKeyOnceToWhatWasSaidLast() {
        assertThatSql(TABLE.update().set(AGE, AGE.plus(1)).set(AGE, 20).where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET profile = COALESCE(users.profile, '{}') || $1 WHERE users.id = $2")
                .binds(json("{\"age\":20}"), 1L);
    }

    @Test
    void setsKeysOfADocumentThatIsSetItself() {
        assertThatSql(TABLE.update()
                        .set(PROFILE, Map.of("x", 1))
                        .set(AGE, 20)
                        .set(OFFICE, "Bonn")
                        .where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET profile = $1 WHERE users.id = $2")
                .binds(json("{\"x\":1,\"age\":20,\"work\":{\"city\":\"Bonn\"}}"), 1L);
    }

    @Test
    void computesKeysOfADocumentThatIsSetItself() {
        assertThatSql(TABLE.update()
                        .set(PROFILE, Map.of("x", 1))
                        .set(AGE, AGE.plus(1))
                        .set(NAME, "y")
                        .where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET profile = $1::jsonb"
                        + " || jsonb_build_object('age', (users.profile ->> 'age')::integer + $2), name = $3"
                        + " WHERE users.id = $4")
                .binds(json("{\"x\":1}"), 1, "y", 1L);
    }

    @Test
    void isGoneWithTheDocumentThatIsSetAfterIt() {
        assertThatSql(TABLE.update().set(AGE, 20).set(PROFILE, Map.of("x", 1)).where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET profile = $1 WHERE users.id = $2")
                .binds(json("{\"x\":1}"), 1L);
    }

    @Test
    void setsEachKindAsJsonHasIt() {
        assertThatSql(TABLE.update()
                        .set(BORN, LocalDate.of(2000, 1, 31))
                        .set(PERSON.<LocalDateTime>inside("seen"), LocalDateTime.of(2026, 1, 2, 3, 4, 5, 600_000_000))
                        .set(MOVED, OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.ofHours(2)))
                        .set(PERSON.<BigDecimal>inside("height"), new BigDecimal("1.90"))
                        .set(PERSON.<Boolean>inside("active"), true)
                        .set(PERSON.<Mood>inside("mood"), Mood.WILD)
                        .set(PERSON.<List<String>>inside("tags"), List.of("a", "ö\""))
                        .set(PERSON.<Address>inside("home"), new Address("Bonn", 53111))
                        .everyRow())
                .isEqualTo("UPDATE users SET profile = COALESCE(users.profile, '{}') || $1")
                .binds(json("{\"born\":\"2000-01-31\",\"seen\":\"2026-01-02T03:04:05.600000\","
                        + "\"moved\":\"2026-01-02T01:04:05.000000+00:00\",\"height\":1.90,\"active\":true,"
                        + "\"mood\":\"WILD\",\"tags\":[\"a\",\"ö\\\"\"],\"home\":{\"city\":\"Bonn\",\"zip\":53111}}"));
    }

    @Test
    void isPartOfTheDocumentThatIsInserted() {
        assertThatSql(TABLE.insert().set(NAME, "x").set(AGE, 18).set(OFFICE, "Bonn"))
                .isEqualTo("INSERT INTO users (name, profile) VALUES ($1, $2)")
                .binds("x", json("{\"age\":18,\"work\":{\"city\":\"Bonn\"}}"));
    }

    @Test
    void isComputedFromTheRowThatWasRefused() {
        assertThatSql(TABLE.insert()
                        .set(ID, 1L)
                        .set(AGE, 18)
                        .onConflict(ID)
                        .doUpdate(row -> row.set(AGE, AGE.plus(excluded(AGE)))))
                .isEqualTo("INSERT INTO users (id, profile) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET"
                        + " profile = COALESCE(users.profile, '{}') || jsonb_build_object('age',"
                        + " (users.profile ->> 'age')::integer + (excluded.profile ->> 'age')::integer)")
                .binds(1L, json("{\"age\":18}"));
    }

    @Test
    void refusesRowsOfValuesOfItsOwn() {
        assertThatThrownBy(() -> TABLE.insert().rows(List.of(AGE), List.of(List.of(1))))
                .isInstanceOf(StatementException.class)
                .hasMessage("INSERT of rows cannot fill users.profile.age alone: it lies inside a document."
                        + " Name the document's column, and give whole documents.");
    }
}
