/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.sql.Text;
import io.gino.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void replacesNamedParameters() {
        assertThatSql(text("SELECT id FROM users WHERE name = :name AND age > :age")
                        .bind("age", 18)
                        .bind("name", "jack"))
                .isEqualTo("SELECT id FROM users WHERE name = $1 AND age > $2")
                .binds("jack", 18);
    }

    @Test
    void sendsAParameterUsedTwiceOnce() {
        assertThatSql(text("SELECT id FROM users WHERE name = :x OR email = :x").bind("x", "jack"))
                .isEqualTo("SELECT id FROM users WHERE name = $1 OR email = $1")
                .binds("jack");
    }

    @Test
    void bindsValuesOfNamedTypes() {
        assertThatSql(text("SELECT id FROM users WHERE id = ANY (:ids) OR name = :name")
                        .bind("ids", Types.BIGINT.array(), List.of(1L, 2L))
                        .bind("name", Types.TEXT, null))
                .isEqualTo("SELECT id FROM users WHERE id = ANY ($1) OR name = $2")
                .binds(List.of(1L, 2L), null);
    }

    @Test
    void keepsTheLastValueOfAParameter() {
        assertThatSql(text("SELECT :x + 1").bind("x", 1).bind("x", 2))
                .isEqualTo("SELECT $1 + 1")
                .binds(2);
    }

    @Test
    void leavesCastsAlone() {
        assertThatSql(text("SELECT :x::int, '1'::text, ARRAY[1,2]::int[]").bind("x", 1))
                .isEqualTo("SELECT $1::int, '1'::text, ARRAY[1,2]::int[]");
    }

    @Test
    void leavesSlicesAndNamedArgumentsAlone() {
        assertThatSql(text("SELECT (ARRAY[1,2,3])[1:2], make_interval(days := :days)")
                        .bind("days", 1))
                .isEqualTo("SELECT (ARRAY[1,2,3])[1:2], make_interval(days := $1)");
    }

    @Test
    void leavesStringsAlone() {
        assertThatSql(text("SELECT ':a', 'it''s :b', E'\\':c \\\\', e':d', date'2026-07-22', U&'\\0061:e', :f")
                        .bind("f", "x"))
                .isEqualTo("SELECT ':a', 'it''s :b', E'\\':c \\\\', e':d', date'2026-07-22', U&'\\0061:e', $1");
    }

    @Test
    void knowsThatABackslashEndsNoOrdinaryString() {
        assertThatSql(text("SELECT name LIKE'\\', :x FROM users WHERE name LIKE'\\'")
                        .bind("x", 1))
                .isEqualTo("SELECT name LIKE'\\', $1 FROM users WHERE name LIKE'\\'");
    }

    @Test
    void leavesQuotedNamesAlone() {
        assertThatSql(text("SELECT 1 AS \"a:b\", 2 AS \"c\"\":d\", :e").bind("e", 1))
                .isEqualTo("SELECT 1 AS \"a:b\", 2 AS \"c\"\":d\", $1");
    }

    @Test
    void leavesCommentsAlone() {
        assertThatSql(text("SELECT /* :a /* :b */ :c */ 1 -- :d's\n, :e / 2 - :f")
                        .bind("e", 1)
                        .bind("f", 2))
                .isEqualTo("SELECT /* :a /* :b */ :c */ 1 -- :d's\n, $1 / 2 - $2");
    }

    @Test
    void leavesDollarQuotesAlone() {
        assertThatSql(text("SELECT $$ :a ' $$, $fn$ :b $$ $fn$, :c").bind("c", 1))
                .isEqualTo("SELECT $$ :a ' $$, $fn$ :b $$ $fn$, $1");
    }

    @Test
    void takesADollarInsideANameForNoQuote() {
        assertThatSql(text("SELECT 1 AS a$b$c, :d AS e$b$f").bind("d", 1)).isEqualTo("SELECT 1 AS a$b$c, $1 AS e$b$f");
    }

    @Test
    void takesLongTexts() {
        String long_ = "x''y".repeat(50_000);
        String comment = "/*" + " *".repeat(50_000) + "/";

        assertThat(new PostgresCompiler()
                        .compile(text("SELECT '" + long_ + "', " + comment + " E'" + "\\n".repeat(50_000) + "', :a")
                                .bind("a", 1))
                        .sql())
                .endsWith("', $1");
    }

    @Test
    void leavesWhatIsNeverClosedToPostgresql() {
        assertThat(text("SELECT ':a")).hasToString("SELECT ':a");
        assertThat(text("SELECT /* :a")).hasToString("SELECT /* :a");
        assertThat(text("SELECT $x$ :a $y$")).hasToString("SELECT $x$ :a $y$");
    }

    @Test
    void isAnyStatement() {
        assertThatSql(text("VALUES (1), (:x)").bind("x", 2)).isEqualTo("VALUES (1), ($1)");
    }

    @Test
    void rejectsParametersThatItDoesNotHave() {
        assertThatThrownBy(() -> text("SELECT :name").bind("nmae", "x"))
                .isInstanceOf(StatementException.class)
                .hasMessage("The text has no parameter :nmae. Did you mean 'name'? It has: name.");
    }

    @Test
    void rejectsParametersWithoutAValue() {
        Text<Row> missing = text("SELECT :a, :b").bind("a", 1);

        assertThatThrownBy(() -> assertThatSql(missing))
                .isInstanceOf(StatementException.class)
                .hasMessage("The parameter :b has no value. Add bind(\"b\", value).");
    }

    @Test
    void rejectsValuesOfNoKnownType() {
        assertThatThrownBy(() -> text("SELECT :a").bind("a", new StringBuilder()))
                .isInstanceOf(StatementException.class)
                .hasMessage("No PostgreSQL type is known for java.lang.StringBuilder."
                        + " Say which: bind(name, type, value).");
    }

    @Test
    void rejectsNullOfNoKnownType() {
        assertThatThrownBy(() -> text("SELECT :a").bind("a", null))
                .isInstanceOf(StatementException.class)
                .hasMessage("The parameter :a is null, and nothing says of which type. Use bind(name, type, null).");
    }

    @Test
    void rejectsNul() {
        assertThatThrownBy(() -> text("SELECT 1\0; DROP TABLE users"))
                .isInstanceOf(StatementException.class)
                .hasMessage("SQL text cannot hold the NUL character: PostgreSQL would stop reading there.");
    }
}
