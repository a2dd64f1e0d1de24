package io.gino.spring.boot.autoconfigure;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code spring.gino.url}. */
final class GinoUrl {

    static final String PROPERTY = "spring.gino.url";
    static final String EXAMPLE = "postgresql://user:password@localhost:5432/app";

    /** A pool around the driver, if the URL asks for one, is left out: the application's pool is around it anyway. */
    private static final Pattern POSTGRES =
            Pattern.compile("(?:(r2dbcs?):)?(?:pool:)?((?:proxy:)?postgres(?:ql)?(?::[a-z]+)?://.*)");

    private static final Pattern HOST_WITHOUT_PORT = Pattern.compile("\\[[^]]*]|[^:]*");

    private GinoUrl() {}

    /**
     * What the URL says.
     *
     * @throws GinoStartupException when it is not the URL of a PostgreSQL database; no word of it is a password
     */
    static ConnectionFactoryOptions parse(String url) {
        String stripped = url.strip();
        Matcher parts = POSTGRES.matcher(stripped);
        if (!parts.matches()) {
            throw stripped.startsWith("jdbc:") ? jdbc(stripped) : notPostgres(stripped);
        }
        String scheme = parts.group(1) == null ? "r2dbc" : parts.group(1);
        ConnectionFactoryOptions options = options(scheme + ":" + parts.group(2), stripped);
        checkHost(options, stripped);
        return options;
    }

    private static ConnectionFactoryOptions options(String r2dbcUrl, String url) {
        try {
            return ConnectionFactoryOptions.parse(r2dbcUrl);
        } catch (IllegalArgumentException e) {
            // Neither its message nor itself: both repeat the URL, password and all.
            throw e.getCause() instanceof URISyntaxException syntax
                    ? unreadable(url, syntax.getReason().toLowerCase(Locale.ROOT))
                    : unreadable(url, "user, password, host and database stand before the question mark, not after it");
        }
    }

    private static void checkHost(ConnectionFactoryOptions options, String url) {
        Object host = options.getValue(ConnectionFactoryOptions.HOST);
        boolean several = options.getValue(ConnectionFactoryOptions.PROTOCOL) != null;
        if (host == null) {
            throw unreadable(url, "it names no host");
        } else if (!several && !HOST_WITHOUT_PORT.matcher(host.toString()).matches()) {
            throw unreadable(url, "what follows the host's colon is not a port");
        }
    }

    private static GinoStartupException jdbc(String url) {
        return new GinoStartupException(
                "%s is '%s', a JDBC URL, and GINO talks R2DBC.".formatted(PROPERTY, masked(url)),
                "Replace the leading 'jdbc:' with 'r2dbc:', or leave it out.");
    }

    private static GinoStartupException notPostgres(String url) {
        return new GinoStartupException(
                "%s is '%s', which is not the URL of a PostgreSQL database.".formatted(PROPERTY, masked(url)),
                "Write it as %s; r2dbc:postgresql:// and postgres:// will do too.".formatted(EXAMPLE));
    }

    private static GinoStartupException unreadable(String url, String reason) {
        return new GinoStartupException(
                "%s '%s' cannot be read: %s.".formatted(PROPERTY, masked(url), reason),
                "Write it as %s, with special characters in user and password escaped: @ as %%40, / as %%2F, # as %%23."
                        .formatted(EXAMPLE));
    }

    private static String masked(String url) {
        return url.replaceAll("//.*@", "//***@").replaceAll("(?i)((?:user|password)=)[^&]*", "$1***");
    }
}
