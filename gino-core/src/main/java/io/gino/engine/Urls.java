package io.gino.engine;

import io.gino.error.ConnectionException;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.regex.Pattern;

/** The URLs that name a database. */
final class Urls {

    private static final Pattern USER_INFO = Pattern.compile("//.*@");

    private Urls() {}

    /**
     * The connections that a URL names.
     *
     * @param url {@code postgresql://}, {@code postgres://} or {@code r2dbc:postgresql://}
     * @throws ConnectionException when it is none of these
     */
    static ConnectionFactory factory(String url) {
        try {
            ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(normalize(url));
            return ConnectionFactories.get(withDefaults(options));
        } catch (IllegalArgumentException e) {
            throw new ConnectionException(
                    "The database URL '" + masked(url) + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** As PostgreSQL's own programs do, connects as the user of the operating system when the URL names none. */
    private static ConnectionFactoryOptions withDefaults(ConnectionFactoryOptions options) {
        ConnectionFactoryOptions.Builder builder = options.mutate();
        Option<String> applicationName = Option.valueOf("applicationName");
        if (!options.hasOption(applicationName)) {
            builder.option(applicationName, "gino");
        }
        if (!options.hasOption(ConnectionFactoryOptions.USER)) {
            builder.option(ConnectionFactoryOptions.USER, System.getProperty("user.name"));
        }
        return builder.build();
    }

    private static String normalize(String url) {
        if (url.isBlank()) {
            throw new ConnectionException(
                    "The database URL is empty. Write one such as postgresql://localhost:5432/app.");
        } else if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
            return "r2dbc:" + url;
        } else if (url.startsWith("r2dbc:")) {
            return url.replaceFirst("^r2dbc:pool:", "r2dbc:");
        }
        String remedy = url.startsWith("jdbc:")
                ? "Leave the leading 'jdbc:' out."
                : "Write one such as postgresql://localhost:5432/app.";
        throw new ConnectionException("The database URL '" + masked(url)
                + "' begins with none of postgresql://, postgres:// and r2dbc:postgresql://. " + remedy);
    }

    /** The URL without the user's name and password. */
    static String masked(String url) {
        return USER_INFO.matcher(url).replaceAll("//***@").replaceAll("(?i)(password=)[^&]*", "$1***");
    }
}
