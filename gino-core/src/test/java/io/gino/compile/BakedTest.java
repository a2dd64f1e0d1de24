/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BakedTest {

    private final Baked<String> baked = Baked.of(select(NAME).from(USERS).where(ID.eq(parameter("id", BIGINT))));

    @Test
    void aBakedStatementTakesItsValuesByName() {
        assertThatSql(baked.bind("id", 7))
                .isEqualTo("SELECT users.name FROM users WHERE users.id = $1")
                .binds(7L);
    }

    @Test
    void aCopyWithValuesLeavesTheOriginalAsItIs() {
        baked.bind("id", 7);
        assertThat(baked.parameters()).containsExactly("id");
        assertThatSql(baked.bind("id", 8)).isEqualTo(baked.sql()).binds(8L);
    }
}
