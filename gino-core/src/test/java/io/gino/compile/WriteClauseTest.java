/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_EMAIL;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.excluded;
import static io.gino.sql.Sql.explain;
import static io.gino.sql.Sql.explainAnalyze;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.newValue;
import static io.gino.sql.Sql.oldValue;
import static io.gino.sql.Sql.select;

import io.gino.sql.CommonTable;
import org.junit.jupiter.api.Test;

/** What may follow the beginning of a statement that writes. */
class WriteClauseTest {

    @Test
    void changesTheRowThatIsThere() {
        assertThatSql(USERS.insert()
                        .set(EMAIL, "a@x")
                        .set(AGE, 1)
                        .onConflict(EMAIL)
                        .doUpdate(row -> row.set(AGE, AGE.plus(excluded(AGE))).where(AGE.lt(99)))
                        .returning(ID))
                .isEqualTo(
                        "INSERT INTO users (email, age) VALUES ($1, $2) ON CONFLICT (email) DO UPDATE SET age = users.age"
                                + " + excluded.age WHERE users.age < $3 RETURNING users.id")
                .binds("a@x", 1, 99);
    }

    @Test
    void namesWhichConflictIsMeant() {
        assertThatSql(USERS.insert().set(EMAIL, "a@x").onConflict().doNothing())
                .isEqualTo("INSERT INTO users (email) VALUES ($1) ON CONFLICT DO NOTHING");
        assertThatSql(USERS.insert()
                        .set(EMAIL, "a@x")
                        .onConflictOn("uq_users_email")
                        .doUpdate(NAME, AGE))
                .isEqualTo(
                        "INSERT INTO users (email) VALUES ($1) ON CONFLICT ON CONSTRAINT uq_users_email DO UPDATE SET"
                                + " name = excluded.name, age = excluded.age");
        assertThatSql(ADDRESSES
                        .insert()
                        .set(ADDRESS_EMAIL, "a@x")
                        .onConflict(lower(ADDRESS_EMAIL))
                        .where(ADDRESS_USER.isNotNull())
                        .doNothing())
                .isEqualTo("INSERT INTO addresses (email) VALUES ($1) ON CONFLICT ((lower(addresses.email))) WHERE"
                        + " addresses.user_id IS NOT NULL DO NOTHING");
    }

    @Test
    void updatesFromOtherTables() {
        assertThatSql(USERS.update()
                        .set(NAME, ADDRESS_EMAIL)
                        .from(ADDRESSES)
                        .where(ADDRESS_USER.eq(ID))
                        .returning(oldValue(NAME), newValue(NAME)))
                .isEqualTo("UPDATE users SET name = addresses.email FROM addresses WHERE addresses.user_id = users.id"
                        + " RETURNING old.name, new.name");
    }

    @Test
    void deletesUsingOtherTables() {
        CommonTable old = select(ADDRESS_USER).from(ADDRESSES).asCommonTable("old_users");
        assertThatSql(USERS.delete().using(old).where(ID.eq(old.column(ADDRESS_USER))))
                .isEqualTo(
                        "WITH old_users AS (SELECT addresses.user_id FROM addresses) DELETE FROM users USING old_users"
                                + " WHERE users.id = old_users.user_id");
    }

    @Test
    void truncates() {
        assertThatSql(USERS.truncate()).isEqualTo("TRUNCATE users");
        assertThatSql(USERS.truncate().restartIdentity().cascade())
                .isEqualTo("TRUNCATE users RESTART IDENTITY CASCADE");
    }

    @Test
    void explains() {
        assertThatSql(explain(select(NAME).from(USERS).where(ID.eq(1L))))
                .isEqualTo("EXPLAIN SELECT users.name FROM users WHERE users.id = $1")
                .binds(1L);
        assertThatSql(explainAnalyze(USERS.delete().everyRow())).isEqualTo("EXPLAIN ANALYZE DELETE FROM users");
    }
}
