/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.EVENTS;
import static io.gino.compile.Tables.EVENT_ID;
import static io.gino.compile.Tables.EVENT_KIND;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.ODD;
import static io.gino.compile.Tables.ODD_ATTACK;
import static io.gino.compile.Tables.TAGS;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Copy.Options.BINARY;
import static io.gino.sql.Copy.Options.CSV;
import static io.gino.sql.Copy.Options.TEXT;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Copy;
import io.gino.type.Types;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTest {

    @Test
    void sendsRowsForATable() {
        assertThat(EVENTS.copyIn(EVENT_ID, EVENT_KIND)).hasToString("COPY app.events (id, kind) FROM STDIN");
        assertThat(EVENTS.copyIn()).hasToString("COPY app.events (id, kind, user_id) FROM STDIN");
    }

    @Test
    void readsTheRowsOfATable() {
        assertThat(EVENTS.copyOut(EVENT_KIND).with(CSV.withHeader()))
                .hasToString("COPY app.events (kind) TO STDOUT WITH (FORMAT csv, HEADER)");
        assertThat(ODD.copyOut(ODD_ATTACK))
                .hasToString("COPY \"User \"\"s\"\"; --\" (\"x\"\"; DROP TABLE users; --\") TO STDOUT");
    }

    /** COPY takes no binds. */
    @Test
    void writesTheValuesOfAQueryIntoIt() {
        assertThat(select(ID, NAME)
                        .from(USERS)
                        .where(NAME.eq("it's \\")
                                .and(TAGS.eq(List.of("a", "b")))
                                .and(AGE.in(List.of(1, 2))))
                        .limit(3)
                        .copyOut()
                        .with(BINARY))
                .hasToString("COPY (SELECT users.id, users.name FROM users WHERE users.name = E'it''s \\\\'::text"
                        + " AND users.tags = ARRAY['a', 'b']::text[] AND users.age = ANY (ARRAY[1, 2]::integer[])"
                        + " LIMIT '3'::bigint) TO STDOUT WITH (FORMAT binary)");
    }

    @Test
    void declaresTheCommonTablesOfItsQuery() {
        var young = select(ID).from(USERS).where(AGE.lt(9)).asCommonTable("young");

        assertThat(select(young.column(ID)).from(young).copyOut())
                .hasToString("COPY (WITH young AS (SELECT users.id FROM users WHERE users.age < 9)"
                        + " SELECT young.id FROM young) TO STDOUT");
    }

    @Test
    void saysWhatItsRowsConsistOf() {
        Compiled compiled = new PostgresCompiler().compile(USERS.copyIn(NAME, AGE));

        assertThat(compiled.command()).isEqualTo("COPY");
        assertThat(compiled.slots()).isEmpty();
        assertThat(compiled.columns().orElseThrow().names()).containsExactly("name", "age");
    }

    @Test
    void spellsRowsAsTold() {
        assertThat(EVENTS.copyIn(EVENT_ID)
                        .with(CSV.withHeader().withDelimiter(';').withNullText("it's")))
                .hasToString("COPY app.events (id) FROM STDIN WITH (FORMAT csv, HEADER, DELIMITER ';', NULL 'it''s')");
        assertThat(EVENTS.copyIn(EVENT_ID).with(TEXT.withDelimiter('|').withNullText("\\N")))
                .hasToString("COPY app.events (id) FROM STDIN WITH (DELIMITER '|', NULL E'\\\\N')");
    }

    static Stream<Character> noDelimiters() {
        return Stream.of('\n', '\r', '\0', '\\', '.', 'a', '7', 'ä', '中');
    }

    @ParameterizedTest
    @MethodSource("noDelimiters")
    void refusesWhatCannotDelimitText(char character) {
        assertThatThrownBy(() -> TEXT.withDelimiter(character))
                .isInstanceOf(StatementException.class)
                .hasMessage("COPY in TEXT cannot be delimited by '" + (character == '\0' ? '?' : character)
                        + "': it takes one character of ASCII, and no letter, digit, point, backslash or end of line.");
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', 'ß'})
    void refusesWhatCannotDelimitCsv(char character) {
        assertThatThrownBy(() -> CSV.withDelimiter(character))
                .hasMessage("COPY in CSV cannot be delimited by '" + character
                        + "': it takes one character of ASCII, and no quote or end of line.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "x\ny", "\"", "\r"})
    void refusesATextForNullThatCsvCannotTell(String text) {
        assertThatThrownBy(() -> CSV.withNullText(text))
                .hasMessage(
                        "COPY cannot spell NULL as '" + text + "': it holds the delimiter, a quote or an end of line.");
    }

    @Test
    void refusesWhatItCannotSay() {
        assertThatThrownBy(() -> BINARY.withHeader())
                .hasMessage("COPY in BINARY has no header, delimiter or text for NULL.");
        assertThatThrownBy(() -> EVENTS.copyIn(EMAIL))
                .hasMessage("Cannot copy users.email: it is not a column of 'app.events'.");
        Copy given = select(ID)
                .from(USERS)
                .where(ID.eq(parameter("id", Types.BIGINT)))
                .copyOut();
        assertThatThrownBy(() -> new PostgresCompiler().compile(given))
                .hasMessage("COPY takes no parameters; got :id. Give its query the value itself.");
    }
}
