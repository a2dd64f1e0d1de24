/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.compile.BindSlot;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparedStatementsTest {

    private static final WireParameter<?>[] NONE = {};
    private static final WireParameter<?>[] BIGINT = parameter(Types.BIGINT);

    private static WireParameter<?>[] parameter(SqlType<?> type) {
        return requireNonNull(WireParameter.of(List.of(new BindSlot(type, null, null))));
    }

    private static PreparedStatement prepared(
            PreparedStatements statements, String sql, WireParameter<?>... parameters) {
        PreparedStatement statement = statements.of(sql, parameters);
        statement.prepared();
        return statement;
    }

    private static String name(PreparedStatements statements) {
        return new String(statements.of("SELECT 1", NONE).name(), StandardCharsets.UTF_8);
    }

    @Test
    void twoConnectionsNeverUseTheSameName() {
        assertThat(name(new PreparedStatements(-1)))
                .matches("gino_[0-9a-f]{1,16}_0")
                .isNotEqualTo(name(new PreparedStatements(-1)));
    }

    @Test
    void theSameTextAndTypesAreTheSameStatement() {
        PreparedStatements statements = new PreparedStatements(-1);
        assertThat(prepared(statements, "SELECT $1", BIGINT))
                .isSameAs(statements.of("SELECT $1", parameter(Types.BIGINT)));
    }

    @Test
    void otherTypesTakeThePlaceOfTheStatement() {
        PreparedStatements statements = new PreparedStatements(-1);
        PreparedStatement first = prepared(statements, "SELECT $1", BIGINT);
        PreparedStatement other = statements.of("SELECT $1", parameter(Types.INTEGER));
        assertThat(other.isPrepared()).isFalse();
        assertThat(statements.takeDropped()).containsExactly(first);
    }

    @Test
    void theOneThatWasNotUsedForLongestIsDropped() {
        PreparedStatements statements = new PreparedStatements(2);
        prepared(statements, "SELECT 1", NONE);
        PreparedStatement second = prepared(statements, "SELECT 2", NONE);
        statements.of("SELECT 1", NONE);
        prepared(statements, "SELECT 3", NONE);
        assertThat(statements.takeDropped()).containsExactly(second);
        assertThat(statements.of("SELECT 1", NONE).isPrepared()).isTrue();
    }

    @Test
    void whatIsDroppedIsToldOnce() {
        PreparedStatements statements = new PreparedStatements(-1);
        PreparedStatement statement = prepared(statements, "SELECT 1", NONE);
        statements.forget(statement);
        assertThat(statements.takeDropped()).containsExactly(statement);
        assertThat(statements.takeDropped()).isEmpty();
    }

    @Test
    void whatWasNeverPreparedNeedNotBeDropped() {
        PreparedStatements statements = new PreparedStatements(1);
        statements.of("SELECT 1", NONE);
        statements.of("SELECT 2", NONE);
        assertThat(statements.takeDropped()).isEmpty();
    }

    @Test
    void withoutAnyToKeepTheyHaveNoNames() {
        PreparedStatements statements = new PreparedStatements(0);
        PreparedStatement statement = prepared(statements, "SELECT 1", NONE);
        assertThat(statement.name()).isEmpty();
        assertThat(statement.isPrepared()).isFalse();
        assertThat(statements.of("SELECT 1", NONE)).isNotSameAs(statement);
    }
}
