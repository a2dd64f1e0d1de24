package io.gino.type;

import io.gino.error.LoadException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * The Java type of a JSON document, with its type arguments.
 *
 * @param <V> the type
 */
public final class JsonType<V> {

    private final Type type;

    private JsonType(Type type) {
        this.type = type;
    }

    public static <V> JsonType<V> of(Class<V> type) {
        return new JsonType<>(type);
    }

    /** The type of a field or component as reflection gives it. */
    public static JsonType<?> of(Type type) {
        return new JsonType<>(type);
    }

    /** The class without its type arguments. */
    @SuppressWarnings("unchecked") // the raw class of V
    Class<? super V> rawClass() {
        Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        return raw instanceof Class<?> rawClass ? (Class<? super V>) rawClass : Object.class;
    }

    @SuppressWarnings("unchecked") // Jackson was told the type
    V read(Json json) {
        Object value = Jackson.read(json.text(), type);
        if (value == null) {
            throw new LoadException("A JSON null cannot become a " + type.getTypeName() + ". Store SQL NULL instead.");
        }
        return (V) value;
    }
}
