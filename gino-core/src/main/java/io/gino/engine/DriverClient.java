package io.gino.engine;

import io.gino.error.StatementException;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.Client;
import java.lang.reflect.Method;

/**
 * The driver's wire to the server. The driver has no method for {@code COPY … TO STDOUT}, and throws its data away where
 * it reads results; its wire, which is public, gives every message. Only a package-private method of the driver's
 * connection leads there, so this is called by reflection: the one place outside of models that reflects. Native images
 * know of it by {@code META-INF/native-image}.
 */
final class DriverClient {

    private DriverClient() {}

    /** @throws StatementException when this version of the driver, or the module system, does not let it be reached */
    static Client of(PostgresqlConnection connection) {
        try {
            Method client = connection.getClass().getDeclaredMethod("getClient");
            client.setAccessible(true);
            return (Client) client.invoke(connection);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new StatementException(
                    "COPY to the client needs the driver r2dbc-postgresql 1.1 on the class path, or on the module path"
                            + " opened by --add-opens=r2dbc.postgresql/io.r2dbc.postgresql=ALL-UNNAMED; got a "
                            + connection.getClass().getName() + " that does not let its wire be reached.",
                    e);
        }
    }
}
