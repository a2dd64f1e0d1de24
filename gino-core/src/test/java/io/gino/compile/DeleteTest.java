/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.EVENTS;
import static io.gino.compile.Tables.EVENT_ID;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.exists;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import org.junit.jupiter.api.Test;

class DeleteTest {

    @Test
    void deletesRowsThatMeetEveryCondition() {
        assertThatSql(USERS.delete().where(ID.lt(9L)).where(NAME.isNull()))
                .isEqualTo("DELETE FROM users WHERE users.id < $1 AND users.name IS NULL")
                .binds(9L);
    }

    @Test
    void deletesByAQuery() {
        assertThatSql(USERS.delete()
                        .where(exists(select(ADDRESS_USER).from(ADDRESSES).where(ADDRESS_USER.eq(ID)))
                                .not()))
                .isEqualTo("DELETE FROM users WHERE NOT EXISTS (SELECT addresses.user_id FROM addresses"
                        + " WHERE addresses.user_id = users.id)");
    }

    @Test
    void deletesEveryRowWhenTold() {
        assertThatSql(USERS.delete().everyRow()).isEqualTo("DELETE FROM users");
    }

    @Test
    void returnsColumnsOfTheRemovedRows() {
        assertThatSql(EVENTS.delete().where(EVENT_ID.eq(1L)).returning())
                .isEqualTo("DELETE FROM app.events WHERE app.events.id = $1"
                        + " RETURNING app.events.id, app.events.kind, app.events.user_id")
                .binds(1L);
    }

    @Test
    void rejectsDeleteWithoutWhere() {
        assertThatThrownBy(() -> assertThatSql(USERS.delete()))
                .isInstanceOf(StatementException.class)
                .hasMessage("DELETE of 'users' has no WHERE and would touch every row."
                        + " Add where(…), or everyRow() if that is meant.");
    }
}
