package io.gino.spring.boot.autoconfigure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code spring.gino.*} says.
 *
 * @param enabled Whether to configure GINO.
 * @param url URL of the database: postgresql://, postgres:// or r2dbc:postgresql://. Without it GINO uses the
 *     application's ConnectionFactory, for example that of spring.r2dbc.url.
 * @param username User to log in as where the URL names none.
 * @param password Password to log in with where the URL has none.
 * @param failFast Whether to fail at start when the database cannot be reached.
 * @param createAll Whether to create the tables of the models that are missing, before the web server accepts requests.
 * @param schema What happens to the database's schema at start.
 */
@ConfigurationProperties("spring.gino")
record GinoProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("true") boolean failFast,
        @DefaultValue("false") boolean createAll,
        @DefaultValue Schema schema) {

    /**
     * What happens to the database's schema at start.
     *
     * @param timeout Time that creating what is missing may take.
     */
    record Schema(@DefaultValue("30s") Duration timeout) {}

    /** Without the URL and what else may hold a secret. */
    @Override
    public String toString() {
        return "GinoProperties[enabled=%s, failFast=%s, createAll=%s, schema=%s]"
                .formatted(enabled, failFast, createAll, schema);
    }
}
