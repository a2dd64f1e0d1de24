/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.type.Json;
import io.gino.type.JsonType;
import io.gino.type.Range;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database type of an attribute, from its Java type and what its annotation says. */
final class AttributeTypes {

    /** The range type whose bounds are of a type, by that type's name. */
    private static final Map<String, String> RANGES = Map.of(
            "integer", "int4range",
            "bigint", "int8range",
            "numeric", "numrange",
            "date", "daterange",
            "timestamp", "tsrange",
            "timestamptz", "tstzrange");

    private AttributeTypes() {}

    /**
     * The type of a column.
     *
     * @param javaType the field's, as the model has it
     */
    static SqlType<?> of(Property field, Type javaType, String declared) {
        return of(javaType, declared)
                .orElseThrow(() -> new SchemaException("Attribute '" + field.name() + "' of model "
                        + field.declaringClass().getSimpleName() + " has the type "
                        + javaType.getTypeName()
                        + ", which no PostgreSQL type is known for. Annotate it @Column(type = \"jsonb\") to store it as"
                        + " JSON, or @Transient to leave it out. Known are: " + String.join(", ", Types.javaNames())
                        + ", enums, and lists of these."));
    }

    /**
     * The type for a Java type.
     *
     * @param declared the PostgreSQL type as DDL spells it; empty for the one that is meant by default
     */
    static Optional<SqlType<?>> of(Type javaType, String declared) {
        if (declared.equalsIgnoreCase("jsonb") || declared.equalsIgnoreCase("json")) {
            return Optional.of(json(javaType, declared.equalsIgnoreCase("jsonb")));
        } else if (javaType instanceof Class<?> javaClass) {
            return ofClass(boxed(javaClass), declared);
        } else if (javaType instanceof ParameterizedType parameterized) {
            return ofParameterized(parameterized, declared);
        }
        return Optional.empty();
    }

    /** The class of the objects that stand for values of a primitive one. */
    static Class<?> boxed(Class<?> javaClass) {
        return javaClass.isPrimitive() ? MethodType.methodType(javaClass).wrap().returnType() : javaClass;
    }

    private static SqlType<?> json(Type javaType, boolean binary) {
        if (javaType == Json.class) {
            return binary ? Types.JSONB : Types.JSON;
        }
        JsonType<?> document = JsonType.of(javaType);
        return binary ? Types.jsonb(document) : Types.json(document);
    }

    private static Optional<SqlType<?>> ofParameterized(ParameterizedType javaType, String declared) {
        Type argument = javaType.getActualTypeArguments()[0];
        if (javaType.getRawType() == List.class) {
            return list(argument, declared);
        } else if (javaType.getRawType() == Range.class) {
            return range(argument, declared);
        } else if (javaType.getRawType() == Map.class && !declared.isEmpty()) {
            return named(declared, Map.class);
        }
        return Optional.empty();
    }

    private static Optional<SqlType<?>> list(Type element, String declared) {
        if (declared.endsWith("[]")) {
            return of(element, declared.substring(0, declared.length() - 2)).map(SqlType::array);
        }
        boolean ranges = element instanceof ParameterizedType range && range.getRawType() == Range.class;
        if (ranges && !declared.isEmpty()) {
            Type bound = ((ParameterizedType) element).getActualTypeArguments()[0];
            return of(bound, "").map(type -> Types.multirange(declared, type));
        }
        return of(element, "")
                .map(type -> declared.isEmpty() ? type.array() : type.array().named(declared));
    }

    private static Optional<SqlType<?>> range(Type bound, String declared) {
        return of(bound, "")
                .filter(type -> !declared.isEmpty() || RANGES.containsKey(type.name()))
                .map(type -> Types.range(declared.isEmpty() ? RANGES.getOrDefault(type.name(), "") : declared, type));
    }

    private static Optional<SqlType<?>> ofClass(Class<?> javaClass, String declared) {
        if (javaClass.isEnum()) {
            return Optional.of(enumeration(javaClass, declared));
        } else if (declared.isEmpty()) {
            return Types.of(javaClass).map(type -> type);
        }
        Optional<SqlType<?>> named = named(declared, javaClass);
        if (named.isEmpty() && javaClass == String.class) {
            return Optional.of(Types.other(declared));
        }
        return named.or(() -> Types.of(javaClass).map(type -> type.named(declared)));
    }

    /** As text where nothing else is said, as its position in a column of numbers, else as an enum of PostgreSQL's. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // Class.isEnum was asked
    private static SqlType<?> enumeration(Class<?> javaClass, String declared) {
        Class<? extends Enum> enumClass = (Class<? extends Enum>) javaClass;
        if (declared.isEmpty()) {
            return Types.enumText(enumClass);
        } else if (named(declared, String.class).isPresent()) {
            return Types.enumText(enumClass).named(declared);
        }
        boolean number = List.of(Short.class, Integer.class, Long.class).stream()
                .anyMatch(numberClass -> named(declared, numberClass).isPresent());
        return number ? Types.enumOrdinal(enumClass).named(declared) : Types.enumType(declared, enumClass);
    }

    private static Optional<SqlType<?>> named(String declared, Class<?> javaClass) {
        return Types.of(declared, javaClass).map(type -> type);
    }
}
