/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.Ddl;
import io.gino.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** States the whole SQL of a statement, and its binds in order. */
final class SqlAssert {

    private static final PostgresCompiler COMPILER = new PostgresCompiler();

    private final String sql;
    private final List<BindSlot> slots;

    private SqlAssert(String sql, List<BindSlot> slots) {
        this.sql = sql;
        this.slots = slots;
    }

    static SqlAssert assertThatSql(Statement<?> statement) {
        Compiled compiled = COMPILER.compile(statement);
        Golden.add(statement, compiled);
        return new SqlAssert(compiled.sql(), compiled.slots());
    }

    static SqlAssert assertThatSql(Ddl statement) {
        return new SqlAssert(sql(statement), List.of());
    }

    /** The statement's SQL, to be stated whole. */
    static String sql(Ddl statement) {
        Golden.add(statement);
        return COMPILER.compile(statement);
    }

    SqlAssert isEqualTo(String expected) {
        assertThat(sql).isEqualTo(expected);
        return this;
    }

    /** Arrays are given as lists; parameters that are given later, as {@code :name}. */
    SqlAssert binds(Object... expected) {
        assertThat(slots.stream().map(SqlAssert::shown).toList()).isEqualTo(Arrays.asList(expected));
        return this;
    }

    private static Object shown(BindSlot slot) {
        if (slot.parameter() != null) {
            return ":" + slot.parameter();
        }
        return slot.value() instanceof Object[] elements ? Arrays.asList(elements) : slot.value();
    }
}
