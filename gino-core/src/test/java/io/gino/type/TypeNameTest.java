/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numeric(10,2)               | numeric
            varchar(80)                 | varchar
            varchar(80)[]               | varchar[]
            timestamp(3) with time zone | timestamp with time zone
            character varying(5)        | character varying
            char(3)                     | bpchar
            character(3)[][]            | bpchar[][]
            CHAR(3)                     | bpchar
            bit(3)                      | "bit"
            bit(3)[]                    | "bit"[]
            bit varying(3)              | bit varying
            vector(3)                   | vector
            "My Type(1)"                | "My Type(1)"
            app.mood                    | app.mood
            """)
    void castsLeaveTheLengthOut(String name, String bare) {
        assertThat(Types.other(name).bareName()).isEqualTo(bare);
    }

    @Test
    void typesAreFoundByTheirNameAndJavaClass() {
        assertThat(Types.of("int8", Long.class)).map(SqlType::name).hasValue("int8");
        assertThat(Types.of("Character Varying(20)", String.class))
                .map(SqlType::needsCast)
                .hasValue(false);
        assertThat(Types.of("timestamp(3) with time zone", java.time.Instant.class))
                .isPresent();
        assertThat(Types.of("interval", java.time.Duration.class)).isPresent();
        assertThat(Types.of("hstore", Map.class)).isPresent();
        assertThat(Types.of("interval", String.class)).isEmpty();
        assertThat(Types.of("nothing", String.class)).isEmpty();
        assertThat(Types.of(java.net.Inet4Address.class)).map(SqlType::name).hasValue("inet");
        assertThat(Types.of(Object.class)).isEmpty();
    }

    @Test
    void aVectorIsPrintedAndReadAsPgvectorDoes() {
        float[] vector = {1, -2.5f, 3e-5f};
        assertThat(Types.vector(3).print(vector)).isEqualTo("[1.0,-2.5,3.0E-5]");
        assertThat(Types.vector(3).read("[1,-2.5,3e-05]")).containsExactly(vector);
        assertThat(Types.vector(3).bareName()).isEqualTo("vector");
    }
}
