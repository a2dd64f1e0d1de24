/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.ODD;
import static io.gino.compile.Tables.ODD_ATTACK;
import static io.gino.compile.Tables.ODD_CAMEL;
import static io.gino.compile.Tables.ODD_ORDER;
import static io.gino.compile.Tables.ODD_QUOTE;
import static io.gino.compile.Tables.ODD_SPACE;
import static io.gino.compile.Tables.ODD_UMLAUT;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.select;

import io.gino.sql.Alias;
import io.gino.sql.Label;
import io.gino.sql.Subquery;
import io.gino.type.Types;
import org.junit.jupiter.api.Test;

class QuotingTest {

    private static final String ATTACK = "x\" FROM users; DROP TABLE users; --";

    @Test
    void quotesTablesThatNeedIt() {
        assertThatSql(ODD.delete().everyRow()).isEqualTo("DELETE FROM \"User \"\"s\"\"; --\"");
    }

    @Test
    void quotesColumnsThatNeedIt() {
        assertThatSql(ODD.insert()
                        .set(ODD_ORDER, 1)
                        .set(ODD_CAMEL, 2)
                        .set(ODD_QUOTE, 3)
                        .set(ODD_SPACE, 4)
                        .set(ODD_UMLAUT, 5)
                        .set(ODD_ATTACK, 6))
                .isEqualTo("INSERT INTO \"User \"\"s\"\"; --\" (\"order\", \"camelCase\", \"a\"\"b\", \"two words\","
                        + " \"größe\", \"x\"\"; DROP TABLE users; --\") VALUES ($1, $2, $3, $4, $5, $6)");
    }

    @Test
    void quotesColumnsAfterTheirTable() {
        assertThatSql(select(ODD_ORDER).from(ODD).where(ODD_ATTACK.eq(1)))
                .isEqualTo("SELECT \"User \"\"s\"\"; --\".\"order\" FROM \"User \"\"s\"\"; --\""
                        + " WHERE \"User \"\"s\"\"; --\".\"x\"\"; DROP TABLE users; --\" = $1");
    }

    @Test
    void quotesAliases() {
        Alias attack = USERS.as(ATTACK);

        assertThatSql(select(attack.column(ID)).from(attack))
                .isEqualTo("SELECT \"x\"\" FROM users; DROP TABLE users; --\".id"
                        + " FROM users AS \"x\"\" FROM users; DROP TABLE users; --\"");
    }

    @Test
    void quotesLabels() {
        Label<Long> attack = ID.as(ATTACK);

        assertThatSql(select(attack, NAME.as("Name")).from(USERS).orderBy(attack))
                .isEqualTo("SELECT users.id AS \"x\"\" FROM users; DROP TABLE users; --\", users.name AS \"Name\""
                        + " FROM users ORDER BY \"x\"\" FROM users; DROP TABLE users; --\"");
    }

    @Test
    void quotesSubQueriesAndTheirColumns() {
        Subquery attack = select(ID.as(ATTACK)).from(USERS).asTable("Sub");

        assertThatSql(attack.select())
                .isEqualTo("SELECT \"Sub\".\"x\"\" FROM users; DROP TABLE users; --\" FROM"
                        + " (SELECT users.id AS \"x\"\" FROM users; DROP TABLE users; --\" FROM users) AS \"Sub\"");
    }

    @Test
    void quotesFunctionsThatNeedIt() {
        assertThatSql(select(function("left", Types.TEXT, NAME, ID.cast(Types.INTEGER)))
                        .from(USERS))
                .isEqualTo("SELECT \"left\"(users.name, CAST(users.id AS integer)) FROM users");
    }
}
