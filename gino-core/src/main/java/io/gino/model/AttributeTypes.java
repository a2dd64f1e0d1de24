package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.type.JsonType;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** The database type of an attribute, from its Java type and what its annotation says. */
final class AttributeTypes {

    private AttributeTypes() {}

    /**
     * The type of a column.
     *
     * @param javaType the field's, as the model has it
     */
    static SqlType<?> of(Field field, Type javaType, String declared) {
        if (declared.equals("jsonb") || declared.equals("json")) {
            return Types.jsonb(JsonType.of(javaType)).named(declared);
        }
        SqlType<?> type = of(javaType)
                .orElseThrow(() -> new SchemaException("Attribute '" + field.getName() + "' of model "
                        + field.getDeclaringClass().getSimpleName() + " has the type "
                        + javaType.getTypeName()
                        + ", which no PostgreSQL type is known for. Annotate it @Column(type = \"jsonb\") to store it as"
                        + " JSON, or @Transient to leave it out. Known are: " + String.join(", ", Types.javaNames())
                        + ", enums, and lists of these."));
        return declared.isEmpty() ? type : type.named(declared);
    }

    private static Optional<SqlType<?>> of(Type javaType) {
        if (javaType instanceof Class<?> javaClass) {
            return ofClass(javaClass);
        }
        if (javaType instanceof ParameterizedType parameterized && parameterized.getRawType() == List.class) {
            return of(parameterized.getActualTypeArguments()[0]).map(SqlType::array);
        }
        return Optional.empty();
    }

    private static Optional<SqlType<?>> ofClass(Class<?> javaClass) {
        if (javaClass.isEnum()) {
            return Optional.of(enumText(javaClass));
        }
        return Types.of(MethodType.methodType(javaClass).wrap().returnType()).map(type -> type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Class.isEnum was asked
    private static SqlType<?> enumText(Class<?> enumClass) {
        return Types.enumText((Class) enumClass);
    }
}
