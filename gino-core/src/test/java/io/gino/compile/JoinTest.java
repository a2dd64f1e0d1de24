/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_EMAIL;
import static io.gino.compile.Tables.ADDRESS_ID;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.EVENTS;
import static io.gino.compile.Tables.EVENT_KIND;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.MANAGER;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.NOTES;
import static io.gino.compile.Tables.NOTE_EVENT;
import static io.gino.compile.Tables.SEATS;
import static io.gino.compile.Tables.SEAT_NUMBER;
import static io.gino.compile.Tables.TEAM;
import static io.gino.compile.Tables.TEAMS;
import static io.gino.compile.Tables.TEAM_ID;
import static io.gino.compile.Tables.TEAM_NAME;
import static io.gino.compile.Tables.TICKETS;
import static io.gino.compile.Tables.TRANSFERS;
import static io.gino.compile.Tables.TRANSFER_FROM;
import static io.gino.compile.Tables.TRANSFER_TO;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Alias;
import org.junit.jupiter.api.Test;

class JoinTest {

    @Test
    void keepsRowsOfEitherSideByTheForeignKey() {
        assertThatSql(select(ID).from(ADDRESSES.rightJoin(USERS)))
                .isEqualTo("SELECT users.id FROM addresses RIGHT JOIN users ON addresses.user_id = users.id");
        assertThatSql(select(ID).from(ADDRESSES.fullJoin(USERS)))
                .isEqualTo("SELECT users.id FROM addresses FULL JOIN users ON addresses.user_id = users.id");
    }

    @Test
    void joinsByTheForeignKeyOfTheRight() {
        assertThatSql(select(NAME, ADDRESS_EMAIL).from(USERS.join(ADDRESSES)))
                .isEqualTo("SELECT users.name, addresses.email FROM users JOIN addresses"
                        + " ON addresses.user_id = users.id");
    }

    @Test
    void joinsByTheForeignKeyOfTheLeft() {
        assertThatSql(select(NAME, ADDRESS_EMAIL).from(ADDRESSES.leftJoin(USERS)))
                .isEqualTo("SELECT users.name, addresses.email FROM addresses LEFT JOIN users"
                        + " ON addresses.user_id = users.id");
    }

    @Test
    void joinsByAForeignKeyOfSeveralColumns() {
        assertThatSql(select(SEAT_NUMBER).from(SEATS.join(TICKETS)))
                .isEqualTo("SELECT seats.number FROM seats JOIN tickets"
                        + " ON tickets.hall = seats.hall AND tickets.seat = seats.number");
    }

    @Test
    void joinsTablesOfSchemas() {
        assertThatSql(select(EVENT_KIND, NOTE_EVENT).from(EVENTS.join(NOTES)))
                .isEqualTo("SELECT app.events.kind, app.notes.event_id FROM app.events JOIN app.notes"
                        + " ON app.notes.event_id = app.events.id");
    }

    @Test
    void joinsByACondition() {
        assertThatSql(select(NAME)
                        .from(USERS.join(ADDRESSES, ADDRESS_EMAIL.eq(NAME).and(ADDRESS_ID.gt(1L)))))
                .isEqualTo("SELECT users.name FROM users JOIN addresses"
                        + " ON addresses.email = users.name AND addresses.id > $1")
                .binds(1L);
    }

    @Test
    void joinsInEveryDirection() {
        assertThatSql(select(ID).from(USERS.leftJoin(TEAMS, TEAM.eq(TEAM_ID))))
                .isEqualTo("SELECT users.id FROM users LEFT JOIN teams ON users.team_id = teams.id");
        assertThatSql(select(ID).from(USERS.rightJoin(TEAMS, TEAM.eq(TEAM_ID))))
                .isEqualTo("SELECT users.id FROM users RIGHT JOIN teams ON users.team_id = teams.id");
        assertThatSql(select(ID).from(USERS.fullJoin(TEAMS, TEAM.eq(TEAM_ID))))
                .isEqualTo("SELECT users.id FROM users FULL JOIN teams ON users.team_id = teams.id");
        assertThatSql(select(ID).from(USERS.crossJoin(TEAMS))).isEqualTo("SELECT users.id FROM users CROSS JOIN teams");
    }

    @Test
    void joinsThreeTables() {
        assertThatSql(select(NAME).from(USERS.join(ADDRESSES).leftJoin(TEAMS, TEAM.eq(TEAM_ID))))
                .isEqualTo("SELECT users.name FROM users JOIN addresses ON addresses.user_id = users.id"
                        + " LEFT JOIN teams ON users.team_id = teams.id");
    }

    @Test
    void findsTheForeignKeyAmongTheTablesOfAJoin() {
        assertThatSql(select(NAME).from(USERS.join(TEAMS, TEAM.eq(TEAM_ID)).join(ADDRESSES)))
                .isEqualTo("SELECT users.name FROM users JOIN teams ON users.team_id = teams.id"
                        + " JOIN addresses ON addresses.user_id = users.id");
    }

    @Test
    void parenthesizesAJoinOnTheRight() {
        assertThatSql(select(NAME, TEAM_NAME)
                        .from(ADDRESSES.leftJoin(USERS.join(TEAMS, TEAM.eq(TEAM_ID)), ADDRESS_USER.eq(ID))))
                .isEqualTo("SELECT users.name, teams.name FROM addresses LEFT JOIN"
                        + " (users JOIN teams ON users.team_id = teams.id) ON addresses.user_id = users.id");
    }

    @Test
    void joinsATableWithItselfByAnAlias() {
        Alias manager = USERS.as("m");

        assertThatSql(select(NAME, manager.column(NAME)).from(USERS.leftJoin(manager)))
                .isEqualTo("SELECT users.name, m.name FROM users LEFT JOIN users AS m ON users.manager_id = m.id");
    }

    @Test
    void joinsTwoAliases() {
        Alias payer = USERS.as("payer");
        Alias payee = USERS.as("payee");

        assertThatSql(select(payer.column(NAME), payee.column("name"))
                        .from(TRANSFERS
                                .join(payer, TRANSFER_FROM.eq(payer.column(ID)))
                                .join(payee, TRANSFER_TO.eq(payee.column(ID)))))
                .isEqualTo("SELECT payer.name, payee.name FROM transfers"
                        + " JOIN users AS payer ON transfers.from_id = payer.id"
                        + " JOIN users AS payee ON transfers.to_id = payee.id");
    }

    @Test
    void selectsEveryColumnOfAJoin() {
        assertThatSql(SEATS.join(TICKETS).select())
                .isEqualTo("SELECT seats.hall, seats.number, tickets.hall, tickets.seat FROM seats JOIN tickets"
                        + " ON tickets.hall = seats.hall AND tickets.seat = seats.number");
    }

    @Test
    void rejectsAJoinWithoutAForeignKey() {
        assertThatThrownBy(() -> SEATS.join(USERS))
                .isInstanceOf(StatementException.class)
                .hasMessage("No foreign key joins 'seats' and 'users'. Give the condition: join(other, on).");
    }

    @Test
    void rejectsAJoinWithSeveralForeignKeys() {
        assertThatThrownBy(() -> TRANSFERS.join(USERS))
                .isInstanceOf(StatementException.class)
                .hasMessage("2 foreign keys join 'transfers' and 'users': transfers.from_id = users.id;"
                        + " transfers.to_id = users.id. Give the condition: join(other, on).");
    }

    @Test
    void rejectsAJoinWithForeignKeysInBothDirections() {
        assertThatThrownBy(() -> USERS.leftJoin(TEAMS))
                .isInstanceOf(StatementException.class)
                .hasMessage("2 foreign keys join 'users' and 'teams': users.team_id = teams.id;"
                        + " teams.lead_id = users.id. Give the condition: join(other, on).");
    }

    @Test
    void rejectsAnAliasThatIsNotInFrom() {
        Alias manager = USERS.as("m");

        assertThatThrownBy(() -> assertThatSql(
                        select(NAME).from(USERS).where(manager.column(ID).eq(MANAGER))))
                .isInstanceOf(StatementException.class)
                .hasMessage("Column 'm.id' is used, but 'm' is not in FROM, which has: users.");
    }

    @Test
    void rejectsAColumnThatAnAliasDoesNotHave() {
        assertThatThrownBy(() -> USERS.as("m").column("nmae"))
                .isInstanceOf(StatementException.class)
                .hasMessageStartingWith("'m' has no column 'nmae'. Did you mean 'name'? It has: id, name, email,");
    }
}
