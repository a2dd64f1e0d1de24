/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparedStatementsTest {

    private static final int[] NONE = {};
    private static final int[] BIGINT = {20};

    private static PreparedStatement prepared(PreparedStatements statements, String sql, int[] numbers) {
        PreparedStatement statement = statements.of(sql, numbers);
        statement.prepared();
        return statement;
    }

    private static List<String> names(List<PreparedStatement> statements) {
        return statements.stream()
                .map(statement -> new String(statement.name(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void theSameTextAndTypesAreTheSameStatement() {
        PreparedStatements statements = new PreparedStatements(-1);
        assertThat(prepared(statements, "SELECT $1", BIGINT)).isSameAs(statements.of("SELECT $1", new int[] {20}));
    }

    @Test
    void otherTypesTakeThePlaceOfTheStatement() {
        PreparedStatements statements = new PreparedStatements(-1);
        prepared(statements, "SELECT $1", BIGINT);
        PreparedStatement other = statements.of("SELECT $1", new int[] {25});
        assertThat(other.isPrepared()).isFalse();
        assertThat(names(statements.takeDropped())).containsExactly("gino_0");
    }

    @Test
    void theOneThatWasNotUsedForLongestIsDropped() {
        PreparedStatements statements = new PreparedStatements(2);
        prepared(statements, "SELECT 1", NONE);
        prepared(statements, "SELECT 2", NONE);
        statements.of("SELECT 1", NONE);
        prepared(statements, "SELECT 3", NONE);
        assertThat(names(statements.takeDropped())).containsExactly("gino_1");
        assertThat(statements.of("SELECT 1", NONE).isPrepared()).isTrue();
    }

    @Test
    void whatIsDroppedIsToldOnce() {
        PreparedStatements statements = new PreparedStatements(-1);
        statements.forget(prepared(statements, "SELECT 1", NONE));
        assertThat(names(statements.takeDropped())).containsExactly("gino_0");
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
