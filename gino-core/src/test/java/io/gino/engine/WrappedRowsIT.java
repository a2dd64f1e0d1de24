/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.LoadException;
import io.gino.row.Row;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Statement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Rows that a proxy wraps, as those do that observe statements, are read by the driver's codecs. */
@ExtendWith(PostgresExtension.class)
class WrappedRowsIT {

    private static final List<Class<?>> WRAPPED =
            List.of(Connection.class, Statement.class, Result.class, io.r2dbc.spi.Row.class);

    private final TestDatabase database;

    WrappedRowsIT(TestDatabase database) {
        this.database = database;
    }

    private GinoEngine engine(boolean extensions) {
        ConnectionFactory driver = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.username())
                .password(database.password())
                .autodetectExtensions(extensions)
                .build());
        return GinoEngine.create(proxy(ConnectionFactory.class, driver));
    }

    private static <T> T proxy(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return wrapped(method.invoke(target, arguments == null ? null : rowsWrapped(arguments)));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object wrapped(Object found) {
        return found instanceof Publisher<?> publisher
                ? Flux.from(publisher).map(WrappedRowsIT::wrapped)
                : WRAPPED.stream()
                        .filter(type -> type.isInstance(found))
                        .<Object>map(type -> proxy(type, found))
                        .findFirst()
                        .orElse(found);
    }

    /** The arguments; a function of rows gets them wrapped. */
    @SuppressWarnings("unchecked") // the only functions of two arguments that the driver takes
    private static Object[] rowsWrapped(Object[] arguments) {
        return Stream.of(arguments)
                .map(argument -> argument instanceof BiFunction<?, ?, ?> function
                        ? (BiFunction<Object, RowMetadata, Object>) (row, metadata) ->
                                ((BiFunction<Object, RowMetadata, Object>) function).apply(wrapped(row), metadata)
                        : argument)
                .toArray();
    }

    @Test
    void giveTheSameValues() {
        Row row = engine(true)
                .one(text("SELECT 1::bigint AS n, date '2024-02-29' AS day, '{a,b}'::text[] AS tags"))
                .blockOptional(Duration.ofSeconds(10))
                .orElseThrow();
        assertThat(row.toMap().values()).containsExactly(1L, LocalDate.of(2024, 2, 29), List.of("a", "b"));
    }

    @Test
    void needTheCodecForTextThatTheDriverFinds() {
        GinoEngine engine = engine(false);
        assertThatThrownBy(
                        () -> engine.one(text("SELECT '{a,b}'::text[] AS tags").read(Types.TEXT.array()))
                                .block(Duration.ofSeconds(10)))
                .isInstanceOf(LoadException.class)
                .hasMessage("Column 'tags' cannot be read as List (text[]). The driver does not give its text. Where"
                        + " autodetectExtensions is off, add codecRegistrar(new ColumnText()) to the driver's"
                        + " configuration.");
    }
}
