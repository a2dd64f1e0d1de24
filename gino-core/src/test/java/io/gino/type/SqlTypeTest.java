/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SqlTypeTest {

    @Test
    void convertsNumbersThatAreEqual() {
        assertThat(Types.SMALLINT.convert(7L)).isEqualTo((short) 7);
        assertThat(Types.INTEGER.convert(7.0)).isEqualTo(7);
        assertThat(Types.BIGINT.convert(new BigDecimal("7.00"))).isEqualTo(7L);
        assertThat(Types.NUMERIC.convert(0.1)).isEqualTo(new BigDecimal("0.1"));
        assertThat(Types.DOUBLE.convert(new BigDecimal("0.1"))).isEqualTo(0.1);
        assertThat(Types.REAL.convert(0.1)).isEqualTo(0.1f);
        assertThat(Types.BIGINTEGER.convert(7)).isEqualTo(BigInteger.valueOf(7));
    }

    @Test
    void rejectsNumbersThatWouldLoseDigits() {
        rejects(Types.INTEGER, 1L << 31, "The number 2147483648 does not fit the type integer exactly.");
        rejects(Types.INTEGER, 0.5, "The number 0.5 does not fit the type integer exactly.");
        rejects(Types.REAL, 16_777_217, "The number 16777217 does not fit the type real exactly.");
        rejects(Types.REAL, Math.PI, "The number 3.141592653589793 does not fit the type real exactly.");
        rejects(
                Types.DOUBLE,
                (1L << 53) + 1,
                "The number 9007199254740993 does not fit the type double precision exactly.");
        rejects(Types.NUMERIC, Double.NaN, "The number NaN does not fit the type numeric exactly.");
    }

    private static void rejects(SqlType<?> type, Number number, String message) {
        assertThatThrownBy(() -> type.convert(number))
                .isInstanceOf(StatementException.class)
                .hasMessage(message);
    }

    @Test
    void knowsItsNameWithoutLengths() {
        assertThat(Types.varchar(10).bareName()).isEqualTo("varchar");
        assertThat(Types.numeric(10, 2).array().bareName()).isEqualTo("numeric[]");
        assertThat(Types.TIMETZ.named("time(3) with time zone").bareName()).isEqualTo("time with time zone");
    }

    @Test
    void knowsWhetherItIsAnArray() {
        assertThat(Types.TEXT.array().isArray()).isTrue();
        assertThat(Types.BYTEA.array().isArray()).isTrue();
        assertThat(Types.BYTEA.isArray()).isFalse();
        assertThat(Types.TEXT.isArray()).isFalse();
    }
}
