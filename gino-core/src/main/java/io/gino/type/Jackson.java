package io.gino.type;

import io.gino.error.LoadException;
import io.gino.error.SchemaException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The only place that touches Jackson, so that the library loads without it. */
final class Jackson {

    private Jackson() {}

    static String write(Object value) {
        try {
            return mapper().writeValueAsString(value);
        } catch (JacksonException e) {
            throw new LoadException(
                    "Cannot write " + value.getClass().getName() + " as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static @Nullable Object read(String text, Type valueType) {
        try {
            JsonMapper mapper = mapper();
            return mapper.readValue(text, mapper.constructType(valueType));
        } catch (JacksonException e) {
            throw new LoadException(
                    "Cannot read a JSON document as " + valueType.getTypeName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static JsonMapper mapper() {
        try {
            return Holder.MAPPER;
        } catch (NoClassDefFoundError e) {
            throw new SchemaException(
                    "Reading and writing JSON as Java values needs Jackson 3: add tools.jackson.core:jackson-databind.",
                    e);
        }
    }

    private static final class Holder {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }
}
