/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.Client;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is reached in the driver by reflection is there, and native images are told of it. */
class DriverClientTest {

    private static final String CONNECTION = "io.r2dbc.postgresql.PostgresqlConnection";
    private static final String ROW = "io.r2dbc.postgresql.PostgresqlRow";

    @Test
    void theDriverHasTheMethodThatIsCalled() throws ReflectiveOperationException {
        assertThat(Class.forName(CONNECTION).getDeclaredMethod("getClient").getReturnType())
                .isEqualTo(Client.class);
    }

    @Test
    void theDriversRowsHaveTheFieldsThatAreRead() throws ReflectiveOperationException {
        assertThat(Class.forName(ROW).getDeclaredField("data").getType()).isEqualTo(ByteBuf[].class);
        assertThat(Class.forName(ROW).getDeclaredField("fields").getType()).isEqualTo(List.class);
    }

    @Test
    void nativeImagesKnowOfBoth() throws IOException {
        String path = "/META-INF/native-image/io.gino/gino-core/reflect-config.json";
        try (InputStream config = Objects.requireNonNull(getClass().getResourceAsStream(path))) {
            assertThat(new String(config.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualToIgnoringWhitespace("""
                            [{"name": "%s", "methods": [{"name": "getClient", "parameterTypes": []}]},
                            {"name": "%s", "fields": [{"name": "data"}, {"name": "fields"}]}]
                            """.formatted(CONNECTION, ROW));
        }
    }
}
