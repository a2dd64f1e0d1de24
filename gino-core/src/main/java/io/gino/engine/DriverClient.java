/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.StatementException;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.Client;
import io.r2dbc.postgresql.codec.Codecs;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.spi.R2dbcException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the driver has and does not give away, reached by reflection, here and in {@link DriverRows}: the one place outside
 * of models that reflects. Native images know of it by {@code META-INF/native-image}.
 *
 * <p>Its wire to the server, which is public itself, but only a package-private method leads there. The driver has no
 * method for {@code COPY … TO STDOUT}, and its statements take longer than what gino says on the wire in their place: see
 * {@link DirectWire}. For that its codecs, how many statements may be prepared, and what makes its exceptions are reached,
 * too. Where one of them cannot be, the driver's statements run, and COPY to the client is refused.
 */
final class DriverClient {

    private static final String PACKAGE = "io.r2dbc.postgresql.";
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

    /** The driver's class of connections; null where the parts of one cannot be reached. */
    private static final @Nullable Class<?> CONNECTION;

    private static final MethodHandle RESOURCES;
    private static final MethodHandle CLIENT;
    private static final MethodHandle CODECS;
    private static final MethodHandle CONFIGURATION;
    private static final MethodHandle STATEMENTS;
    private static final MethodHandle BINARY;
    private static final MethodHandle EXCEPTION;

    static {
        Class<?> type;
        MethodHandle[] found = new MethodHandle[7];
        try {
            type = type("PostgresqlConnection");
            found[0] = method(type, "getResources").asType(GETTER);
            Class<?> resources = type("ConnectionResources");
            found[1] = method(resources, "getClient").asType(GETTER);
            found[2] = method(resources, "getCodecs").asType(GETTER);
            found[3] = method(resources, "getConfiguration").asType(GETTER);
            Class<?> configuration = PostgresqlConnectionConfiguration.class;
            found[4] = method(configuration, "getPreparedStatementCacheQueries").asType(GETTER);
            found[5] = method(configuration, "isForceBinary").asType(GETTER);
            found[6] = method(type("ExceptionFactory"), "createException", ErrorResponse.class, String.class);
        } catch (ReflectiveOperationException | RuntimeException e) {
            type = null;
            Arrays.fill(found, MethodHandles.empty(GETTER));
        }
        CONNECTION = type;
        RESOURCES = found[0];
        CLIENT = found[1];
        CODECS = found[2];
        CONFIGURATION = found[3];
        STATEMENTS = found[4];
        BINARY = found[5];
        EXCEPTION = found[6];
    }

    private DriverClient() {}

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, true, Client.class.getClassLoader());
    }

    private static MethodHandle method(Class<?> type, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method method = type.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return MethodHandles.lookup().unreflect(method);
    }

    /** Whether this is a connection of the driver's, wrapped in nothing, whose parts can be reached. */
    static boolean isDriver(@Nullable Object connection) {
        return connection != null && connection.getClass() == CONNECTION;
    }

    /** @throws StatementException when this version of the driver, or the module system, does not let it be reached */
    static Client of(PostgresqlConnection connection) {
        if (isDriver(connection)) {
            return client(connection);
        }
        throw new StatementException(
                "COPY to the client needs the driver r2dbc-postgresql 1.1 on the class path, or on the module path"
                        + " opened by --add-opens=r2dbc.postgresql/io.r2dbc.postgresql=ALL-UNNAMED; got a "
                        + connection.getClass().getName() + " that does not let its wire be reached.");
    }

    /** @param connection one that {@link #isDriver} */
    static Client client(Object connection) {
        return (Client) get(CLIENT, get(RESOURCES, connection));
    }

    static Codecs codecs(Object connection) {
        return (Codecs) get(CODECS, get(RESOURCES, connection));
    }

    /** How many statements the connection may keep prepared: 0 for none, negative for as many as there are. */
    static int preparedStatements(Object connection) {
        return (int) get(STATEMENTS, get(CONFIGURATION, get(RESOURCES, connection)));
    }

    /** Whether all values are to come in their binary form. */
    static boolean isBinary(Object connection) {
        return (boolean) get(BINARY, get(CONFIGURATION, get(RESOURCES, connection)));
    }

    private static Object get(MethodHandle getter, Object of) {
        try {
            return (Object) getter.invokeExact(of);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the driver throws for an error of the server's. */
    static R2dbcException exception(ErrorResponse error, String sql) {
        try {
            return (R2dbcException) EXCEPTION.invokeExact(error, sql);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
