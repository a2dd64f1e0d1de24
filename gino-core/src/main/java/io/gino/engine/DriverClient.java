/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.StatementException;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.Client;
import io.r2dbc.postgresql.codec.Codecs;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.spi.R2dbcException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
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

    /** Whether one of those below is not there, or the module system keeps it. */
    private static boolean isIncomplete;

    private static final MethodHandle RESOURCES = getter("PostgresqlConnection", "getResources");
    private static final MethodHandle CLIENT = getter("ConnectionResources", "getClient");
    private static final MethodHandle CODECS = getter("ConnectionResources", "getCodecs");
    private static final MethodHandle CONFIGURATION = getter("ConnectionResources", "getConfiguration");
    private static final MethodHandle STATEMENTS =
            getter("PostgresqlConnectionConfiguration", "getPreparedStatementCacheQueries");
    private static final MethodHandle BINARY = getter("PostgresqlConnectionConfiguration", "isForceBinary");
    private static final MethodHandle EXCEPTION = method(
            "ExceptionFactory",
            "createException",
            MethodType.methodType(R2dbcException.class, ErrorResponse.class, String.class),
            ErrorResponse.class,
            String.class);

    /** The driver's class of connections; null where the parts of one cannot be reached. */
    private static final @Nullable Class<?> CONNECTION = connectionType();

    private DriverClient() {}

    private static @Nullable Class<?> connectionType() {
        try {
            return isIncomplete ? null : type("PostgresqlConnection");
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, true, Client.class.getClassLoader());
    }

    private static MethodHandle getter(String type, String name) {
        return method(type, name, GETTER);
    }

    /** Does nothing where there is no such method. */
    private static MethodHandle method(String type, String name, MethodType called, Class<?>... parameters) {
        try {
            Method method = type(type).getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method).asType(called);
        } catch (ReflectiveOperationException | RuntimeException e) {
            isIncomplete = true;
            return MethodHandles.empty(called);
        }
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
