/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;

/**
 * Where the connections of a factory lead, in words for people: never a password.
 *
 * @param server host and port
 * @param database empty when it is not known
 * @param user empty when it is not known
 * @param source what to change in order to get elsewhere
 */
record DatabaseAddress(String server, String database, String user, String source) {

    private static final int DEFAULT_PORT = 5432;
    private static final Option<Object> SOCKET = Option.valueOf("socket");

    static DatabaseAddress of(ConnectionFactory factory, String source) {
        OptionsCapableConnectionFactory capable = OptionsCapableConnectionFactory.unwrapFrom(factory);
        if (capable == null) {
            return new DatabaseAddress("the address of the ConnectionFactory bean", "", "", "that bean");
        }
        ConnectionFactoryOptions options = capable.getOptions();
        return new DatabaseAddress(
                server(options),
                text(options.getValue(ConnectionFactoryOptions.DATABASE)),
                text(options.getValue(ConnectionFactoryOptions.USER)),
                source);
    }

    private static String server(ConnectionFactoryOptions options) {
        Object socket = options.getValue(SOCKET);
        if (socket != null) {
            return socket.toString();
        }
        String host = text(options.getValue(ConnectionFactoryOptions.HOST));
        Object port = options.getValue(ConnectionFactoryOptions.PORT);
        return host.contains(",") ? host : host + ":" + (port == null ? DEFAULT_PORT : port);
    }

    /** Credentials may also be given as suppliers and publishers, which say nothing yet. */
    private static String text(@Nullable Object value) {
        return value instanceof CharSequence text ? text.toString() : "";
    }

    @Override
    public String toString() {
        return database.isEmpty() ? server : server + "/" + database;
    }
}
