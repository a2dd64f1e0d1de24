/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.engine.ConnectionUrl;
import io.gino.error.ConnectionException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * A database as a block of properties names it.
 *
 * @param prefix where the properties stand: {@code spring.gino}, or {@code spring.gino.databases.<name>}
 * @param applicationName what PostgreSQL lists the connections as where nothing else is said
 */
record ConfiguredDatabase(String prefix, GinoDatabaseProperties properties, String applicationName) {

    static final String MAIN = "spring.gino";
    static final String EXAMPLE = "postgresql://user:password@localhost:5432/app";

    private static final String DEFAULT_USER = "postgres";

    static ConfiguredDatabase of(String prefix, GinoDatabaseProperties properties, Environment environment) {
        return new ConfiguredDatabase(prefix, properties, environment.getProperty("spring.application.name", "gino"));
    }

    /** The main database, for conditions: bound before there are beans. */
    static ConfiguredDatabase main(Environment environment) {
        return of(MAIN, Binder.get(environment).bindOrCreate(MAIN, GinoDatabaseProperties.class), environment);
    }

    /** Whether a URL, host, port or database is said; a blank one is none, so that {@code ${DATABASE_URL:}} works. */
    boolean isNamed() {
        return StringUtils.hasText(properties.url())
                || StringUtils.hasText(properties.host())
                || StringUtils.hasText(properties.database())
                || properties.port() != null;
    }

    /** What is to happen to the tables at start; {@code create-all} is a short word for the mode {@code create}. */
    SchemaMode schemaMode() {
        SchemaMode mode = properties.schema().mode();
        if (mode == null) {
            return properties.createAll() ? SchemaMode.CREATE : SchemaMode.NONE;
        } else if (properties.createAll() && (mode == SchemaMode.NONE || mode == SchemaMode.VALIDATE)) {
            throw new GinoStartupException(
                    "%s.create-all is true, and %s.schema.mode is %s."
                            .formatted(prefix, prefix, mode.name().toLowerCase(Locale.ROOT)),
                    "Remove one of them.");
        }
        return mode;
    }

    /** What to change in order to get elsewhere. */
    String source() {
        return prefix + (StringUtils.hasText(properties.url()) ? ".url" : ".*");
    }

    /**
     * What the properties say.
     *
     * @throws GinoStartupException when they do not name a PostgreSQL database; no word of it is a password
     */
    ConnectionUrl url() {
        if (!isNamed()) {
            throw new GinoStartupException(
                    "%s.url is not set.".formatted(prefix),
                    "Set it, for example %s.url=%s.".formatted(prefix, EXAMPLE));
        }
        String url = StringUtils.hasText(properties.url()) ? properties.url() : "postgresql://";
        Map<String, String> otherwise = otherwise();
        if (StringUtils.hasText(properties.url())) {
            read(prefix + ".url", url, Map.of());
        }
        otherwise.forEach((option, value) -> read(property(option), "postgresql://", Map.of(option, value)));
        return read(source(), url, otherwise);
    }

    /** What the properties say of the pool, for a database that others name. */
    ConnectionUrl poolSize() {
        Map<String, String> size = new LinkedHashMap<>();
        putPoolSize(size);
        return read(prefix + ".pool.*", "postgresql://", size);
    }

    /** What holds where the URL says nothing. What is secret comes last, so that messages about the rest show it. */
    private Map<String, String> otherwise() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("applicationName", applicationName);
        put(options, "host", properties.host());
        put(options, "port", properties.port());
        put(options, "database", properties.database());
        put(options, "sslmode", sslMode());
        putPoolSize(options);
        options.putAll(properties.properties());
        put(options, "user", StringUtils.hasText(properties.username()) ? properties.username() : DEFAULT_USER);
        put(options, "password", properties.password());
        return options;
    }

    private void putPoolSize(Map<String, String> options) {
        put(options, "minIdle", properties.pool().minSize());
        put(options, "maxSize", properties.pool().maxSize());
    }

    private static void put(Map<String, String> options, String name, @Nullable Object value) {
        if (value != null && StringUtils.hasText(value.toString())) {
            options.put(name, value.toString());
        }
    }

    private @Nullable String sslMode() {
        String ssl = properties.ssl();
        return switch (ssl == null ? "" : ssl.toLowerCase(Locale.ROOT)) {
            case "true" -> "require";
            case "false" -> "disable";
            default -> ssl;
        };
    }

    /** The property that an option comes from. */
    private String property(String option) {
        if (properties.properties().containsKey(option)) {
            return prefix + ".properties." + option;
        }
        return prefix
                + switch (option) {
                    case "applicationName" -> ".properties.applicationName";
                    case "sslmode" -> ".ssl";
                    case "minIdle" -> ".pool.min-size";
                    case "maxSize" -> ".pool.max-size";
                    case "user" -> ".username";
                    default -> "." + option;
                };
    }

    private ConnectionUrl read(String property, String url, Map<String, String> otherwise) {
        try {
            ConnectionUrl read = ConnectionUrl.parse(url, otherwise);
            read.driver();
            return read;
        } catch (ConnectionException e) {
            throw new GinoStartupException(
                    "%s cannot be used: %s".formatted(property, e.getMessage()), action(property));
        }
    }

    private String action(String property) {
        String url = Objects.requireNonNullElse(properties.url(), "").strip();
        if (!property.endsWith(".url")) {
            return "Correct %s.".formatted(property);
        } else if (url.startsWith("jdbc:")) {
            return "Write %s=%s, with %s.username and %s.password beside it."
                    .formatted(property, plain(url), prefix, prefix);
        }
        return "Write it as %s=%s, with special characters in user and password escaped: %% as %%25, ? as %%3F, / as %%2F."
                .formatted(property, EXAMPLE);
    }

    private static String plain(String jdbcUrl) {
        try {
            return ConnectionUrl.parse(jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", ""))
                    .toString();
        } catch (ConnectionException e) {
            return EXAMPLE;
        }
    }

    /** Whether this URL of Boot's leads to the same database as the same user. */
    boolean isSameAs(String r2dbcUrl) {
        try {
            ConnectionUrl own = url();
            ConnectionUrl other = ConnectionUrl.parse(r2dbcUrl);
            return own.toString().equals(other.toString()) && user(own).equals(user(other));
        } catch (ConnectionException | GinoStartupException e) {
            return false;
        }
    }

    private static Object user(ConnectionUrl url) {
        return url.driver().getRequiredValue(ConnectionFactoryOptions.USER);
    }

    @Override
    public String toString() {
        return prefix;
    }
}
