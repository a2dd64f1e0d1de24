/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GinoPropertiesTest {

    /** As Boot words its own: no article, no default, a full stop. */
    private static final Pattern DESCRIPTION = Pattern.compile("(?!(The|A|An) )[A-Z].*[^.]\\.", Pattern.DOTALL);

    @Test
    void everyPropertyIsDescribedAsBootDescribesIts() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode property : metadata().path("properties")) {
            names.add(property.path("name").asString());
            assertThat(property.path("description").asString(""))
                    .as(names.toString())
                    .matches(DESCRIPTION);
            if (property.path("type").asString().equals(Boolean.class.getName())) {
                assertThat(property.path("description").asString()).startsWith("Whether ");
            }
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "management.endpoint.gino.access",
                        "management.endpoint.gino.cache.time-to-live",
                        "spring.gino.create-all",
                        "spring.gino.database",
                        "spring.gino.databases",
                        "spring.gino.echo",
                        "spring.gino.enabled",
                        "spring.gino.fail-fast",
                        "spring.gino.gather-reads",
                        "spring.gino.host",
                        "spring.gino.packages",
                        "spring.gino.password",
                        "spring.gino.problem-details",
                        "spring.gino.pool.max-size",
                        "spring.gino.pool.min-size",
                        "spring.gino.port",
                        "spring.gino.primary",
                        "spring.gino.properties",
                        "spring.gino.retry.attempts",
                        "spring.gino.retry.interval",
                        "spring.gino.schema.check-first",
                        "spring.gino.schema.defer-script-initialization",
                        "spring.gino.schema.mode",
                        "spring.gino.schema.timeout",
                        "spring.gino.slow-statement-threshold",
                        "spring.gino.ssl",
                        "spring.gino.url",
                        "spring.gino.use-connection-for-request",
                        "spring.gino.username");
    }

    @Test
    void theDocumentationHasThemAll() throws IOException {
        List<String> rows = new ArrayList<>(List.of("| property | default | |", "|---|---|---|"));
        metadata()
                .path("properties")
                .valueStream()
                .map(GinoPropertiesTest::row)
                .sorted()
                .forEach(rows::add);
        Path page = Path.of(System.getProperty("basedir", "."), "..", "docs", "spring-boot.md");
        assertThat(Files.readString(page))
                .contains("<!-- properties: held equal to the metadata by a test -->\n" + String.join("\n", rows)
                        + "\n<!-- /properties -->");
    }

    private static String row(JsonNode property) {
        String value = property.path("defaultValue").asString("");
        return "| `%s` | %s | %s |"
                .formatted(
                        property.path("name").asString(),
                        value.isEmpty() ? "" : "`" + value + "`",
                        property.path("description").asString());
    }

    @Test
    void hintsAreOfPropertiesThatThereAre() throws IOException {
        List<String> names = new ArrayList<>();
        metadata()
                .path("properties")
                .forEach(property -> names.add(property.path("name").asString()));

        assertThat(metadata().path("hints"))
                .isNotEmpty()
                .allSatisfy(hint ->
                        assertThat(names).contains(hint.path("name").asString().replaceAll("\\.keys$", "")));
    }

    @Test
    void defaultsAreWhatTheMetadataSays() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        for (JsonNode property : metadata().path("properties")) {
            if (property.has("defaultValue")) {
                defaults.put(
                        property.path("name").asString(),
                        property.path("defaultValue").asString());
            }
        }
        assertThat(defaults)
                .containsOnly(
                        entry("management.endpoint.gino.access", "unrestricted"),
                        entry("management.endpoint.gino.cache.time-to-live", "0ms"),
                        entry("spring.gino.create-all", "false"),
                        entry("spring.gino.echo", "false"),
                        entry("spring.gino.enabled", "true"),
                        entry("spring.gino.fail-fast", "true"),
                        entry("spring.gino.gather-reads", "true"),
                        entry("spring.gino.problem-details", "true"),
                        entry("spring.gino.retry.attempts", "1"),
                        entry("spring.gino.retry.interval", "1s"),
                        entry("spring.gino.schema.check-first", "true"),
                        entry("spring.gino.schema.defer-script-initialization", "false"),
                        entry("spring.gino.schema.timeout", "30s"),
                        entry("spring.gino.use-connection-for-request", "false"));
    }

    @Test
    void printsNoSecret() {
        GinoDatabaseProperties main = bind(
                GinoDatabaseProperties.class,
                Map.of(
                        "spring.gino.url", "postgresql://jack:in-url@localhost/app",
                        "spring.gino.username", "jack",
                        "spring.gino.password", "in-password",
                        "spring.gino.properties.sslPassword", "in-properties",
                        "spring.gino.pool.max-size", "3"));
        assertThat(main)
                .hasToString("GinoDatabaseProperties[pool=Pool[minSize=null, maxSize=3], retry=Retry[attempts=1,"
                        + " interval=PT1S], failFast=true, echo=false, packages=[], createAll=false, schema=Schema[mode=null,"
                        + " timeout=PT30S, checkFirst=true, deferScriptInitialization=false]]");
        GinoProperties all = bind(
                GinoProperties.class,
                Map.of("spring.gino.databases.orders.url", "postgresql://jack:in-url@localhost/app"));
        assertThat(all.toString()).startsWith("GinoProperties[").doesNotContain("in-url");
    }

    @Test
    void areBoundFromTheEnvironmentAsBootBindsItsOwn() {
        Map<String, Object> environment = Map.of(
                "SPRING_GINO_POOL_MAXSIZE", "7",
                "SPRING_GINO_SCHEMA_MODE", "create-drop",
                "SPRING_GINO_DATABASES_ORDERS_URL", "postgresql://localhost/orders");
        Binder binder = new Binder(ConfigurationPropertySource.from(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment)));
        GinoDatabaseProperties main = binder.bindOrCreate("spring.gino", GinoDatabaseProperties.class);
        assertThat(main.pool().maxSize()).isEqualTo(7);
        assertThat(main.schema().mode()).isEqualTo(SchemaMode.CREATE_DROP);
        assertThat(binder.bindOrCreate("spring.gino", GinoProperties.class).databases())
                .containsOnlyKeys("orders");
    }

    private static <T> T bind(Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("spring.gino", type);
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream json =
                GinoProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return JsonMapper.shared().readTree(json);
        }
    }
}
