/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.compile.BindSlot;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.postgresql.codec.Codecs;
import io.r2dbc.postgresql.codec.DefaultCodecs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values go as the types that the driver would send them as. */
class WireParameterTest {

    private static final Codecs DRIVER = new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT);

    static Stream<SqlType<?>> types() {
        Stream<SqlType<?>> arrays = scalars().map(SqlType::array);
        return Stream.concat(Stream.concat(scalars(), arrays), Stream.of(Types.BYTEA, Types.JSONB, Types.JSON));
    }

    private static Stream<SqlType<?>> scalars() {
        return Stream.of(
                Types.BOOLEAN,
                Types.SMALLINT,
                Types.INTEGER,
                Types.BIGINT,
                Types.REAL,
                Types.DOUBLE,
                Types.NUMERIC,
                Types.TEXT,
                Types.UUID,
                Types.DATE,
                Types.TIME,
                Types.TIMESTAMP,
                Types.TIMESTAMPTZ);
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasTheNumberOfTheDrivers(SqlType<?> type) {
        WireParameter<?>[] parameters = WireParameter.of(List.of(new BindSlot(type, null, null)));
        assertThat(parameters).hasSize(1);
        assertThat(DRIVER.encodeNull(DriverCells.toDriver(type.wire())))
                .extracting("type")
                .isEqualTo(parameters[0].number());
    }

    @Test
    void whatOnlyTheDriverKnowsIsLeftToIt() {
        assertThat(WireParameter.of(List.of(new BindSlot(Types.TIMETZ, null, null))))
                .isNull();
        assertThat(WireParameter.of(
                        List.of(new BindSlot(Types.BIGINT, 1L, null), new BindSlot(Types.BIGINT, Json.of("1"), null))))
                .isNull();
    }

    @Test
    void aParameterWithoutAValueIsLeftToIt() {
        assertThat(WireParameter.of(List.of(new BindSlot(Types.BIGINT, null, "id"))))
                .isNull();
    }
}
