/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.client.Client;
import io.r2dbc.postgresql.codec.Codecs;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is reached in the driver by reflection is there, and native images are told of it. */
class DriverClientTest {

    private static final String PACKAGE = "io.r2dbc.postgresql.";

    @Test
    void theDriverHasTheMethodsThatAreCalled() {
        assertThat(method("PostgresqlConnection", "getResources")).isEqualTo("io.r2dbc.postgresql.ConnectionResources");
        assertThat(method("ConnectionResources", "getClient")).isEqualTo(Client.class.getName());
        assertThat(method("ConnectionResources", "getCodecs")).isEqualTo(Codecs.class.getName());
        assertThat(method("ConnectionResources", "getConfiguration"))
                .isEqualTo(PostgresqlConnectionConfiguration.class.getName());
        assertThat(method("PostgresqlConnectionConfiguration", "getPreparedStatementCacheQueries"))
                .isEqualTo("int");
        assertThat(method("PostgresqlConnectionConfiguration", "isForceBinary")).isEqualTo("boolean");
        assertThat(method("ExceptionFactory", "createException", ErrorResponse.class, String.class))
                .isEqualTo(R2dbcException.class.getName());
    }

    private static String method(String type, String name, Class<?>... parameters) {
        try {
            return Class.forName(PACKAGE + type)
                    .getDeclaredMethod(name, parameters)
                    .getReturnType()
                    .getName();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theDriversRowsHaveTheFieldsThatAreRead() throws ReflectiveOperationException {
        Class<?> row = Class.forName(PACKAGE + "PostgresqlRow");
        assertThat(row.getDeclaredField("data").getType()).isEqualTo(ByteBuf[].class);
        assertThat(row.getDeclaredField("fields").getType()).isEqualTo(List.class);
    }

    @Test
    void nativeImagesKnowOfAll() throws IOException {
        String path = "/META-INF/native-image/io.gino/gino-core/reflect-config.json";
        try (InputStream config = Objects.requireNonNull(getClass().getResourceAsStream(path))) {
            assertThat(new String(config.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualToIgnoringWhitespace("""
                    [{"name": "io.r2dbc.postgresql.PostgresqlConnection",
                      "methods": [{"name": "getResources", "parameterTypes": []}]},
                     {"name": "io.r2dbc.postgresql.ConnectionResources",
                      "methods": [{"name": "getClient", "parameterTypes": []},
                                  {"name": "getCodecs", "parameterTypes": []},
                                  {"name": "getConfiguration", "parameterTypes": []}]},
                     {"name": "io.r2dbc.postgresql.PostgresqlConnectionConfiguration",
                      "methods": [{"name": "getPreparedStatementCacheQueries", "parameterTypes": []},
                                  {"name": "isForceBinary", "parameterTypes": []}]},
                     {"name": "io.r2dbc.postgresql.ExceptionFactory",
                      "methods": [{"name": "createException",
                                   "parameterTypes": ["io.r2dbc.postgresql.message.backend.ErrorResponse",
                                                      "java.lang.String"]}]},
                     {"name": "io.r2dbc.postgresql.PostgresqlRow",
                      "fields": [{"name": "data"}, {"name": "fields"}]}]
                    """);
        }
    }
}
