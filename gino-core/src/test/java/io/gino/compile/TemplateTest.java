/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.BALANCE;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.TAGS;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.now;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.template;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.type.Types;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void putsArgumentsIntoTemplates() {
        assertThatSql(select(template("{0} AT TIME ZONE {1}", Types.TIMESTAMP, now(), value(TEXT, "UTC"))))
                .isEqualTo("SELECT now() AT TIME ZONE $1")
                .binds("UTC");
    }

    @Test
    void parenthesizesWhatIsComputedInATemplate() {
        assertThatSql(select(template("-{0}", INTEGER, AGE.plus(1)), template("-{0}", INTEGER, literal(INTEGER, -1)))
                        .from(USERS))
                .isEqualTo("SELECT -(users.age + $1), -(-1) FROM users")
                .binds(1);
    }

    @Test
    void parenthesizesTemplatesInsideOtherExpressions() {
        assertThatSql(select(template("{0} COLLATE \"C\"", TEXT, NAME).concat("x"))
                        .from(USERS))
                .isEqualTo("SELECT (users.name COLLATE \"C\") || $1 FROM users")
                .binds("x");
    }

    @Test
    void givesTheSameArgumentTwiceOneSlot() {
        assertThatSql(select(template("greatest({0}, {1}, {0})", INTEGER, value(INTEGER, 1), AGE))
                        .from(USERS))
                .isEqualTo("SELECT greatest($1, users.age, $1) FROM users")
                .binds(1);
    }

    @Test
    void leavesBracesAloneThatAreNoPlaces() {
        assertThatSql(select(template("{0} || '{1}'::text[] || '{}' /* {2} */", TEXT.array(), TAGS))
                        .from(USERS))
                .isEqualTo("SELECT users.tags || '{1}'::text[] || '{}' /* {2} */ FROM users");
    }

    @Test
    void rejectsTemplatesThatNameMoreThanTheyGet() {
        assertThatThrownBy(() -> template("{0} + {1}", INTEGER, AGE))
                .isInstanceOf(StatementException.class)
                .hasMessage("The template \"{0} + {1}\" names {1} and has 1 arguments.");
    }

    @Test
    void rejectsTemplatesThatForgetAnArgument() {
        assertThatThrownBy(() -> template("{0} + 1", INTEGER, AGE, BALANCE))
                .isInstanceOf(StatementException.class)
                .hasMessage("The template \"{0} + 1\" has 2 arguments, and does not use them all."
                        + " Write {0}, {1}, … where they belong.");
    }

    @Test
    void rejectsNulInTemplates() {
        assertThatThrownBy(() -> template("'\0'", TEXT))
                .isInstanceOf(StatementException.class)
                .hasMessage("SQL text cannot hold the NUL character: PostgreSQL would stop reading there.");
    }
}
