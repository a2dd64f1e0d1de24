/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON, XML, hstore and what full-text search makes of documents. */
final class DocumentCases {

    record Card(@JsonProperty("n") String name, List<Integer> numbers) {}

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private DocumentCases() {}

    static List<TypeCase<?>> all() {
        return List.of(
                TypeCase.of(
                        Types.JSONB,
                        new Json("{}"),
                        new Json("null"),
                        new Json("\"it's \\\"quoted\\\" \\\\ 漢字\""),
                        new Json("{\"a\": [1, 2.50, null, true], \"b\": {}}"),
                        new Json("1" + "0".repeat(400))),
                TypeCase.of(
                                Types.JSON,
                                new Json("{\"b\":1,  \"a\":1e2, \"b\":2}"),
                                new Json("null"),
                                new Json("\"\\\\ \\\"\""))
                        .withoutEquality(),
                TypeCase.of(
                        Types.jsonb(JsonType.mapOf(Object.class)),
                        Map.of(),
                        Map.of("a", List.of(1, "x", Map.of("b", true)))),
                TypeCase.of(
                                Types.jsonb(JsonType.listOf(Card.class)),
                                List.of(),
                                List.of(new Card("á\"\\", List.of(1, 2))))
                        .as("jsonb as a list of records"),
                TypeCase.of(Types.jsonb(Card.class), new Card("", List.of()), new Card("NULL", List.of(7))),
                TypeCase.of(Types.jsonb(JsonNode.class), MAPPER.readTree("{\"a\":[1,null]}"), MAPPER.readTree("null")),
                TypeCase.of(Types.json(Card.class), new Card("x", List.of(1))).withoutEquality(),
                TypeCase.of(Types.XML, "", "<a b=\"1\">it's &lt; 漢字</a>").withoutEquality(),
                TypeCase.of(
                                Types.HSTORE,
                                Map.of(),
                                nothingFor("a"),
                                map("k\"\\", "=>, v'", "", "", "NULL", "NULL", "漢", "字"))
                        .needs("CREATE EXTENSION IF NOT EXISTS hstore"),
                TypeCase.of(Types.TSVECTOR, "", "'a':1 'b':2A,3", "'\\\\' 'it''s'"),
                TypeCase.of(Types.TSQUERY, "'a' & 'b' | !'c'", "'a':*"));
    }

    private static Map<String, @Nullable String> nothingFor(String key) {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        map.put(key, null);
        return map;
    }

    private static Map<String, @Nullable String> map(String... keysAndValues) {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        List<String> parts = Arrays.asList(keysAndValues);
        for (int i = 0; i < parts.size(); i += 2) {
            map.put(parts.get(i), parts.get(i + 1));
        }
        return map;
    }
}
