/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import org.junit.jupiter.api.Test;

class IdentifierTest {

    private static String sql(String name) {
        return Identifier.of(name).sql();
    }

    @Test
    void leavesPlainNamesBare() {
        assertThat(sql("user_id_2")).isEqualTo("user_id_2");
        assertThat(sql("_x")).isEqualTo("_x");
    }

    @Test
    void quotesReservedWords() {
        assertThat(sql("order")).isEqualTo("\"order\"");
        assertThat(sql("user")).isEqualTo("\"user\"");
        assertThat(sql("left")).isEqualTo("\"left\"");
    }

    @Test
    void quotesWhatPostgresqlWouldChange() {
        assertThat(sql("userId")).isEqualTo("\"userId\"");
        assertThat(sql("ORDER")).isEqualTo("\"ORDER\"");
    }

    @Test
    void quotesOddCharacters() {
        assertThat(sql("two words")).isEqualTo("\"two words\"");
        assertThat(sql("2nd")).isEqualTo("\"2nd\"");
        assertThat(sql("a.b")).isEqualTo("\"a.b\"");
        assertThat(sql("größe")).isEqualTo("\"größe\"");
        assertThat(sql("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(sql("a$b")).isEqualTo("\"a$b\"");
        assertThat(sql("é")).isEqualTo("\"é\"");
    }

    @Test
    void doublesQuotes() {
        assertThat(sql("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(sql("\"")).isEqualTo("\"\"\"\"");
        assertThat(sql("x\"; DROP TABLE users; --")).isEqualTo("\"x\"\"; DROP TABLE users; --\"");
    }

    @Test
    void rejectsEmptyNames() {
        assertThatThrownBy(() -> Identifier.of(""))
                .isInstanceOf(SchemaException.class)
                .hasMessage("A name in SQL cannot be empty.");
    }

    @Test
    void rejectsNul() {
        assertThatThrownBy(() -> Identifier.of("a\0b"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("A name in SQL cannot hold the NUL character; got 'a?b'.");
    }

    @Test
    void rejectsNamesThatPostgresqlWouldCut() {
        assertThat(Identifier.of("x".repeat(63)).name()).hasSize(63);
        assertThat(Identifier.of("ä".repeat(31) + "x").name()).hasSize(32);
        assertThatThrownBy(() -> Identifier.of("x".repeat(70)))
                .hasMessage("The name '" + "x".repeat(70) + "' has 70 bytes; PostgreSQL keeps 63. Shorten it.");
        assertThatThrownBy(() -> Identifier.of("😀".repeat(16)))
                .hasMessage("The name '" + "😀".repeat(16) + "' has 64 bytes; PostgreSQL keeps 63. Shorten it.");
        assertThatThrownBy(() -> Identifier.of("ä".repeat(32)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The name '" + "ä".repeat(32) + "' has 64 bytes; PostgreSQL keeps 63. Shorten it.");
    }

    @Test
    void isEqualByName() {
        assertThat(Identifier.of("a")).isEqualTo(Identifier.of("a")).hasSameHashCodeAs(Identifier.of("a"));
        assertThat(Identifier.of("a")).isNotEqualTo(Identifier.of("A")).hasToString("a");
    }
}
