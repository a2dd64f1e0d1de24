/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/**
 * The Java type of a JSON document, with its type arguments.
 *
 * @param <V> the type
 * @since 0.1.0
 */
public final class JsonType<V> {

    /** What the document holds values of {@code type} in. */
    enum Container {
        NONE,
        LIST,
        MAP
    }

    private final Container container;
    private final Type type;

    private JsonType(Container container, Type type) {
        this.container = container;
        this.type = type;
    }

    public static <V> JsonType<V> of(Class<V> type) {
        return new JsonType<>(Container.NONE, type);
    }

    /** The type of a field or component as reflection gives it. */
    public static JsonType<?> of(Type type) {
        return new JsonType<>(Container.NONE, type);
    }

    /** An array of these. */
    public static <E> JsonType<List<E>> listOf(Class<E> element) {
        return new JsonType<>(Container.LIST, element);
    }

    /** An object whose values are these; {@code Object} for any. */
    public static <E> JsonType<Map<String, E>> mapOf(Class<E> value) {
        return new JsonType<>(Container.MAP, value);
    }

    /** The class without its type arguments. */
    @SuppressWarnings("unchecked") // the raw class of V
    Class<? super V> rawClass() {
        Type raw = switch (container) {
            case LIST -> List.class;
            case MAP -> Map.class;
            case NONE -> type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        };
        return raw instanceof Class<?> rawClass ? (Class<? super V>) rawClass : Object.class;
    }

    @SuppressWarnings("unchecked") // Jackson was told the type
    V read(Json json) {
        Object value = Jackson.read(json.text(), container, type);
        if (value == null) {
            throw new LoadException("A JSON null cannot become a " + type.getTypeName() + ". Store SQL NULL instead.");
        }
        return (V) value;
    }
}
