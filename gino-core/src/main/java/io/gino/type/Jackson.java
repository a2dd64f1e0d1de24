/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import io.gino.error.SchemaException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** The only place that touches Jackson, so that the library loads without it. */
final class Jackson {

    private Jackson() {}

    static String write(Object value) {
        return present(() -> Mapper.write(value));
    }

    static @Nullable Object read(String text, JsonType.Container container, Type valueType) {
        return Jackson.<@Nullable Object>present(() -> Mapper.read(text, container, valueType));
    }

    /** The document as maps, lists, texts, booleans and numbers that lose no digit. */
    static @Nullable Object tree(String text) {
        return Jackson.<@Nullable Object>present(() -> Mapper.tree(text));
    }

    private static <T extends @Nullable Object> T present(Supplier<T> work) {
        try {
            return work.get();
        } catch (NoClassDefFoundError e) {
            if (String.valueOf(e.getMessage()).contains("tools/jackson")) {
                throw new SchemaException(
                        "Reading and writing JSON as Java values needs Jackson 3: add tools.jackson.core:jackson-databind.",
                        e);
            }
            throw e;
        }
    }

    /** A class of its own: linking it already needs Jackson. */
    private static final class Mapper {

        private static final JsonMapper MAPPER = JsonMapper.builder().build();

        private Mapper() {}

        static String write(Object value) {
            try {
                return MAPPER.writeValueAsString(value);
            } catch (JacksonException e) {
                throw new LoadException(
                        "Cannot write " + value.getClass().getName() + " as JSON: " + e.getOriginalMessage(), e);
            }
        }

        static @Nullable Object read(String text, JsonType.Container container, Type valueType) {
            JavaType type = type(container, MAPPER.constructType(valueType));
            try {
                return MAPPER.readValue(text, type);
            } catch (JacksonException e) {
                throw new LoadException(
                        "Cannot read a JSON document as " + type.toCanonical() + ": " + e.getOriginalMessage(), e);
            }
        }

        static @Nullable Object tree(String text) {
            try {
                return MAPPER.readerFor(Object.class)
                        .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readValue(text);
            } catch (JacksonException e) {
                throw new LoadException("Cannot read a JSON document: " + e.getOriginalMessage(), e);
            }
        }

        private static JavaType type(JsonType.Container container, JavaType value) {
            return switch (container) {
                case NONE -> value;
                case LIST -> MAPPER.getTypeFactory().constructCollectionType(List.class, value);
                case MAP ->
                    MAPPER.getTypeFactory().constructMapType(Map.class, MAPPER.constructType(String.class), value);
            };
        }
    }
}
