package io.gino.spring.boot.autoconfigure;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

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

    static DatabaseAddress of(ConnectionFactory factory, Environment environment) {
        OptionsCapableConnectionFactory capable = OptionsCapableConnectionFactory.unwrapFrom(factory);
        if (capable == null) {
            return new DatabaseAddress("the address of the ConnectionFactory bean", "", "", "that bean");
        }
        ConnectionFactoryOptions options = capable.getOptions();
        String host = text(options.getValue(ConnectionFactoryOptions.HOST));
        Object port = options.getValue(ConnectionFactoryOptions.PORT);
        boolean several = host.contains(",");
        return new DatabaseAddress(
                several ? host : host + ":" + (port == null ? DEFAULT_PORT : port),
                text(options.getValue(ConnectionFactoryOptions.DATABASE)),
                text(options.getValue(ConnectionFactoryOptions.USER)),
                source(environment));
    }

    private static String source(Environment environment) {
        if (StringUtils.hasText(environment.getProperty(GinoUrl.PROPERTY))) {
            return GinoUrl.PROPERTY;
        }
        return StringUtils.hasText(environment.getProperty("spring.r2dbc.url"))
                ? "spring.r2dbc.url"
                : "the R2dbcConnectionDetails bean";
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
