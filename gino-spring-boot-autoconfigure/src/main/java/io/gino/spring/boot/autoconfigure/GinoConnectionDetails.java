package io.gino.spring.boot.autoconfigure;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.util.StringUtils;

/** What {@code spring.gino.*} says of the database, for Boot to build its pool from. The URL comes first. */
final class GinoConnectionDetails implements R2dbcConnectionDetails {

    private static final Option<String> APPLICATION_NAME = Option.valueOf("applicationName");
    private static final String DEFAULT_USER = "postgres";

    private final ConnectionFactoryOptions options;

    /**
     * Reads them.
     *
     * @param applicationName what PostgreSQL lists the connections as
     */
    GinoConnectionDetails(GinoProperties properties, String applicationName) {
        ConnectionFactoryOptions url = GinoUrl.parse(Objects.requireNonNull(properties.url()));
        ConnectionFactoryOptions.Builder rest = ConnectionFactoryOptions.builder();
        rest.option(APPLICATION_NAME, applicationName);
        rest.option(ConnectionFactoryOptions.USER, text(properties.username(), DEFAULT_USER));
        if (StringUtils.hasLength(properties.password())) {
            rest.option(ConnectionFactoryOptions.PASSWORD, properties.password());
        }
        this.options = rest.from(url).build();
    }

    private static String text(@Nullable String value, String otherwise) {
        return value != null && !value.isBlank() ? value : otherwise;
    }

    @Override
    public ConnectionFactoryOptions getConnectionFactoryOptions() {
        return options;
    }
}
