/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_EMAIL;
import static io.gino.compile.Tables.ADDRESS_ID;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.EVENTS;
import static io.gino.compile.Tables.EVENT_ID;
import static io.gino.compile.Tables.EVENT_KIND;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.SEATS;
import static io.gino.compile.Tables.TAGS;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.error.StatementException;
import io.gino.type.Types;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsertTest {

    @Test
    void insertsValues() {
        assertThatSql(USERS.insert().set(NAME, "jack").set(EMAIL, "jack@example.com"))
                .isEqualTo("INSERT INTO users (name, email) VALUES ($1, $2)")
                .binds("jack", "jack@example.com");
    }

    @Test
    void insertsNull() {
        String nobody = null;

        assertThatSql(USERS.insert().set(NAME, nobody))
                .isEqualTo("INSERT INTO users (name) VALUES ($1)")
                .binds((Object) null);
    }

    @Test
    void insertsExpressions() {
        assertThatSql(USERS.insert()
                        .set(NAME, lower(value(Types.TEXT, "JACK")))
                        .set(
                                AGE,
                                select(count().cast(Types.INTEGER))
                                        .from(ADDRESSES)
                                        .asValue()))
                .isEqualTo("INSERT INTO users (name, age) VALUES (lower($1),"
                        + " (SELECT CAST(count(*) AS integer) FROM addresses))")
                .binds("JACK");
    }

    @Test
    void insertsByColumnName() {
        assertThatSql(USERS.insert().set("name", "jack").set("balance", 5))
                .isEqualTo("INSERT INTO users (name, balance) VALUES ($1, $2)")
                .binds("jack", 5L);
    }

    @Test
    void keepsTheLastValueOfAColumn() {
        assertThatSql(USERS.insert().set(NAME, "jack").set(AGE, 1).set(NAME, "daisy"))
                .isEqualTo("INSERT INTO users (age, name) VALUES ($1, $2)")
                .binds(1, "daisy");
    }

    @Test
    void insertsDefaultsOnly() {
        assertThatSql(EVENTS.insert()).isEqualTo("INSERT INTO app.events DEFAULT VALUES");
    }

    @Test
    void returnsColumnsOfTheStoredRow() {
        assertThatSql(USERS.insert().set(NAME, "jack").returning(ID))
                .isEqualTo("INSERT INTO users (name) VALUES ($1) RETURNING users.id");
        assertThatSql(USERS.insert().set(NAME, "jack").returning(ID, lower(NAME).as("n")))
                .isEqualTo("INSERT INTO users (name) VALUES ($1) RETURNING users.id, lower(users.name) AS n");
    }

    @Test
    void returnsEveryColumnWhenNoneIsNamed() {
        assertThatSql(EVENTS.insert().returning())
                .isEqualTo("INSERT INTO app.events DEFAULT VALUES"
                        + " RETURNING app.events.id, app.events.kind, app.events.user_id");
    }

    @Test
    void insertsAnyNumberOfRowsWithOneText() {
        assertThatSql(USERS.insert()
                        .rows(List.of(NAME, AGE), List.of(Arrays.asList("a", 1), Arrays.asList("b", null)))
                        .returning(ID))
                .isEqualTo("INSERT INTO users (name, age) SELECT * FROM unnest($1::text[], $2::integer[])"
                        + " RETURNING users.id")
                .binds(List.of("a", "b"), Arrays.asList(1, null));
    }

    @Test
    void insertsRowsWithArraysAsTexts() {
        assertThatSql(USERS.insert()
                        .rows(
                                List.of(NAME, TAGS),
                                List.of(
                                        Arrays.asList("a", List.of("x", "y, \"z\\")),
                                        Arrays.asList("b", Arrays.asList("NULL", null)),
                                        Arrays.asList("c", List.of()),
                                        Arrays.asList("d", null))))
                .isEqualTo("INSERT INTO users (name, tags) SELECT name, tags::text[]"
                        + " FROM unnest($1::text[], $2::text[]) AS given (name, tags)")
                .binds(
                        List.of("a", "b", "c", "d"),
                        Arrays.asList("{\"x\",\"y, \\\"z\\\\\"}", "{\"NULL\",NULL}", "{}", null));
    }

    @Test
    void insertsTheRowsOfAQuery() {
        assertThatSql(ADDRESSES
                        .insert()
                        .from(
                                List.of(ADDRESS_USER, ADDRESS_EMAIL),
                                select(ID, EMAIL).from(USERS).where(AGE.gt(18)))
                        .returning(ADDRESS_ID))
                .isEqualTo("INSERT INTO addresses (user_id, email) SELECT users.id, users.email FROM users"
                        + " WHERE users.age > $1 RETURNING addresses.id")
                .binds(18);
    }

    @Test
    void rejectsColumnsOfOtherTables() {
        assertThatThrownBy(() -> USERS.insert().set(ADDRESS_EMAIL, "x"))
                .isInstanceOf(StatementException.class)
                .hasMessage("Cannot set addresses.email: it is not a column of 'users'.");
        assertThatThrownBy(() -> USERS.insert().rows(List.of(ADDRESS_EMAIL), List.of()))
                .isInstanceOf(StatementException.class)
                .hasMessage("Cannot set addresses.email: it is not a column of 'users'.");
        assertThatThrownBy(() -> USERS.insert()
                        .from(List.of(ADDRESS_EMAIL), select(EMAIL).from(USERS)))
                .isInstanceOf(StatementException.class)
                .hasMessage("Cannot set addresses.email: it is not a column of 'users'.");
    }

    @Test
    void rejectsColumnNamesThatTheTableDoesNotHave() {
        assertThatThrownBy(() -> SEATS.insert().set("hal", "x"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 'seats' has no column 'hal'. Did you mean 'hall'? It has: hall, number.");
    }

    @Test
    void rejectsValuesOfAnotherType() {
        assertThatThrownBy(() -> SEATS.insert().set("number", "x"))
                .isInstanceOf(StatementException.class)
                .hasMessage("A value of type integer is a Integer in Java; got a java.lang.String.");
    }

    @Test
    void rejectsColumnsAsValues() {
        assertThatThrownBy(() -> assertThatSql(USERS.insert().set(NAME, EMAIL)))
                .isInstanceOf(StatementException.class)
                .hasMessage("Column 'users.email' is used, but 'users' is not in FROM, which has: nothing.");
    }

    @Test
    void rejectsRowsOfAnotherLength() {
        assertThatThrownBy(() -> USERS.insert().rows(List.of(NAME, AGE), List.of(List.of("a", 1), List.of("b"))))
                .isInstanceOf(StatementException.class)
                .hasMessage("INSERT names 2 columns; row 2 has 1 values.");
    }

    @Test
    void rejectsRowsWithoutColumns() {
        assertThatThrownBy(() -> USERS.insert().rows(List.of(), List.of()))
                .isInstanceOf(StatementException.class)
                .hasMessage("INSERT of rows needs at least one column.");
    }

    @Test
    void rejectsAQueryOfAnotherNumberOfColumns() {
        assertThatThrownBy(() -> ADDRESSES
                        .insert()
                        .from(List.of(ADDRESS_EMAIL), select(ID, EMAIL).from(USERS)))
                .isInstanceOf(StatementException.class)
                .hasMessage("INSERT names 1 columns; its query has 2.");
    }

    @Test
    void rejectsRowsFromSeveralPlaces() {
        String message = "INSERT takes its rows from one place: from set(…), from rows(…) or from a query.";

        assertThatThrownBy(() -> EVENTS.insert().set(EVENT_KIND, "x").rows(List.of(EVENT_ID), List.of()))
                .isInstanceOf(StatementException.class)
                .hasMessage(message);
        assertThatThrownBy(
                        () -> EVENTS.insert().rows(List.of(EVENT_ID), List.of()).set(EVENT_KIND, "x"))
                .isInstanceOf(StatementException.class)
                .hasMessage(message);
    }

    @Test
    void rejectsReturningColumnsOfOtherTables() {
        assertThatThrownBy(() -> assertThatSql(USERS.insert().set(NAME, "x").returning(ADDRESS_ID)))
                .isInstanceOf(StatementException.class)
                .hasMessage("Column 'addresses.id' is used, but 'addresses' is not in FROM, which has: users.");
    }
}
