/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import static io.gino.schema.Naming.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamingTest {

    @Test
    void namesByKindTableAndColumns() {
        assertThat(DEFAULT.name(Naming.Kind.PRIMARY_KEY, "users", List.of())).isEqualTo("pk_users");
        assertThat(DEFAULT.name(Naming.Kind.UNIQUE, "users", List.of("a", "b"))).isEqualTo("uq_users_a_b");
        assertThat(DEFAULT.name(Naming.Kind.FOREIGN_KEY, "addresses", List.of("user_id", "users")))
                .isEqualTo("fk_addresses_user_id_users");
        assertThat(DEFAULT.name(Naming.Kind.CHECK, "users", List.of())).isEqualTo("ck_users");
        assertThat(DEFAULT.name(Naming.Kind.INDEX, "users", List.of("name"))).isEqualTo("ix_users_name");
    }

    @Test
    void cutsNamesThatPostgresqlWouldCut() {
        String first = DEFAULT.name(Naming.Kind.INDEX, "t", List.of("x".repeat(60) + "a"));
        String second = DEFAULT.name(Naming.Kind.INDEX, "t", List.of("x".repeat(60) + "b"));

        assertThat(first).hasSize(63).startsWith("ix_t_xxxx");
        assertThat(second).hasSize(63).isNotEqualTo(first);
    }

    @Test
    void leavesNamesOfExactlySixtyThreeBytesWhole() {
        assertThat(DEFAULT.name(Naming.Kind.INDEX, "t", List.of("x".repeat(58))))
                .isEqualTo("ix_t_" + "x".repeat(58));
    }

    @Test
    void cutsBetweenCharacters() {
        String name = DEFAULT.name(Naming.Kind.INDEX, "t", List.of("ä😀".repeat(20)));

        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(58, 63);
        assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }
}
