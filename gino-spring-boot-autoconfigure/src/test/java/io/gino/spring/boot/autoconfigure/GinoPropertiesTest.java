package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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
                        "spring.gino.enabled",
                        "spring.gino.fail-fast",
                        "spring.gino.password",
                        "spring.gino.problem-details",
                        "spring.gino.schema.timeout",
                        "spring.gino.slow-statement-threshold",
                        "spring.gino.url",
                        "spring.gino.use-connection-for-request",
                        "spring.gino.username");
    }

    @Test
    void hintsAreOfPropertiesThatThereAre() throws IOException {
        List<String> names = new ArrayList<>();
        metadata()
                .path("properties")
                .forEach(property -> names.add(property.path("name").asString()));

        assertThat(metadata().path("hints"))
                .isNotEmpty()
                .allSatisfy(hint -> assertThat(names).contains(hint.path("name").asString()));
    }

    @Test
    void printsNoSecret() {
        GinoProperties properties = new GinoProperties(
                true,
                "postgresql://jack:in-url@localhost/app",
                "jack",
                "in-password",
                true,
                true,
                new GinoProperties.Schema(Duration.ofSeconds(30)));

        assertThat(properties)
                .hasToString(
                        "GinoProperties[enabled=true, failFast=true, createAll=true, schema=Schema[timeout=PT30S]]");
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream json =
                GinoProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return JsonMapper.shared().readTree(json);
        }
    }
}
