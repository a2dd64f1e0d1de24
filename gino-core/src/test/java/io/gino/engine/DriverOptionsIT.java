/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.LoadException;
import io.gino.row.Row;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Inet;
import io.gino.type.Types;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/** Options of the driver that change how values come. */
@ExtendWith(PostgresExtension.class)
class DriverOptionsIT {

    private static final String SQL =
            "SELECT 1 AS n, 'a' AS t, '10.0.0.1/8'::inet AS ip, now() AS at, '{\"a\": 1}'::json AS doc";

    private final TestDatabase database;

    DriverOptionsIT(TestDatabase database) {
        this.database = database;
    }

    private <T> T read(Consumer<PostgresqlConnectionConfiguration.Builder> option, Function<GinoEngine, Mono<T>> work) {
        return work.apply(GinoEngine.create(driver(option))).blockOptional().orElseThrow();
    }

    private <T> T readByDriver(
            Consumer<PostgresqlConnectionConfiguration.Builder> option, Function<GinoEngine, Mono<T>> work) {
        GinoEngine engine = GinoEngine.builder(driver(option)).driverCodecs().build();
        return work.apply(engine).blockOptional().orElseThrow();
    }

    private PostgresqlConnectionFactory driver(Consumer<PostgresqlConnectionConfiguration.Builder> option) {
        PostgresqlConnectionConfiguration.Builder driver = PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.username())
                .password(database.password());
        option.accept(driver);
        return new PostgresqlConnectionFactory(driver.build());
    }

    @Test
    void withoutExtensionsSingleValuesAreReadAllTheSame() {
        Row row = read(driver -> driver.autodetectExtensions(false), engine -> engine.one(text(SQL)));
        assertThat(row.get("ip")).isEqualTo(Inet.parse("10.0.0.1/8"));
        assertThat(row.get("t")).isEqualTo("a");
    }

    @Test
    void withoutExtensionsArraysOfTextAreReadAllTheSame() {
        List<String> tags = read(
                driver -> driver.autodetectExtensions(false),
                engine -> engine.one(text("SELECT '{a,b}'::text[]").read(Types.TEXT.array())));
        assertThat(tags).containsExactly("a", "b");
    }

    @Test
    void withoutExtensionsTheDriversCodecsSayForArraysOfTextWhatToRegister() {
        assertThatThrownBy(() -> readByDriver(
                        driver -> driver.autodetectExtensions(false),
                        engine -> engine.one(
                                text("SELECT '{a,b}'::text[] AS tags").read(Types.TEXT.array()))))
                .isInstanceOf(LoadException.class)
                .hasMessage("Column 'tags' cannot be read as List (text[]). The driver does not give its text. Where"
                        + " autodetectExtensions is off, add codecRegistrar(new ColumnText()) to the driver's"
                        + " configuration.");
    }

    @Test
    void withoutExtensionsTheOneOfGinoCanBeRegistered() {
        List<String> tags = readByDriver(
                driver -> driver.autodetectExtensions(false).codecRegistrar(new ColumnText()),
                engine -> engine.one(text("SELECT '{a,b}'::text[]").read(Types.TEXT.array())));
        assertThat(tags).containsExactly("a", "b");
    }

    @Test
    void valuesInBinaryFormAreRefusedUnlessTheirFormIsText() {
        Row row = read(
                driver -> driver.forceBinary(true),
                engine -> engine.one(text("SELECT 'a'::text, :n").bind("n", 1)));
        assertThat(row.toMap().values()).containsExactly("a", 1);
        assertThatThrownBy(() -> read(
                        driver -> driver.forceBinary(true),
                        engine -> engine.one(text(SQL + ", :n").bind("n", 1))))
                .isInstanceOf(LoadException.class)
                .hasMessage("Column 'ip' cannot be read as Inet (inet). The driver was told to have every value sent in"
                        + " binary form, which it knows for few types only. Leave its option forceBinary out.");
    }
}
