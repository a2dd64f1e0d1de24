/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.ColumnOptions;
import io.gino.schema.EnumType;
import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The column that a field is, from its type and what its annotations say. */
final class FieldColumn {

    private static final List<Class<?>> COUNTERS = List.of(Short.class, Integer.class, Long.class);

    private final Property field;
    private final Type javaType;
    private final @Nullable Column declared;

    /** @param javaType the field's, as the model has it */
    FieldColumn(Property field, Type javaType) {
        this.field = field;
        this.javaType = javaType;
        this.declared = field.getAnnotation(Column.class);
    }

    /** Its name; what the naming says when the annotation says nothing. */
    String name(ColumnNaming naming) {
        if (declared == null) {
            return naming.column(field.name());
        }
        String value = declared.value();
        String name = declared.name();
        if (!value.isEmpty() && !name.isEmpty() && !value.equals(name)) {
            throw new SchemaException("@Column of " + this + " names the column twice, '" + value + "' and '" + name
                    + "'. Leave one of them out.");
        }
        return !value.isEmpty() ? value : !name.isEmpty() ? name : naming.column(field.name());
    }

    SqlType<?> type() {
        return AttributeTypes.of(field, javaType, declaredType());
    }

    private String declaredType() {
        String type = declared == null ? "" : declared.type();
        int length = declared == null ? 0 : declared.length();
        Optional<Enumerated> enumerated = enumerated();
        if (enumerated.isPresent()) {
            require(type.isEmpty(), "has both @Enumerated and @Column(type = …). Leave one of them out.");
            return storedAs(enumerated.get()) + (javaType instanceof Class ? "" : "[]");
        }
        if (length > 0) {
            require(javaType == String.class, "has a length, and is no String. Leave length out, or name a type.");
            require(type.isEmpty(), "has both a length and a type. Write the length into the type.");
            return "varchar(" + length + ")";
        }
        return type;
    }

    private Optional<Enumerated> enumerated() {
        Optional<Enumerated> enumerated = field.find(Enumerated.class);
        require(
                enumerated.isEmpty() || enumClass().isPresent(),
                "is annotated @Enumerated, and is neither an enum nor a list of them. Leave the annotation out.");
        return enumerated;
    }

    private String storedAs(Enumerated enumerated) {
        return switch (enumerated.value()) {
            case NATIVE -> enumTypeName(enumerated);
            case TEXT -> "text";
            case ORDINAL -> "integer";
        };
    }

    private String enumTypeName(Enumerated enumerated) {
        return enumerated.type().isEmpty()
                ? SnakeCase.of(enumClass().orElseThrow().getSimpleName())
                : enumerated.type();
    }

    private Optional<Class<?>> enumClass() {
        Type element = javaType instanceof ParameterizedType list && list.getRawType() == List.class
                ? list.getActualTypeArguments()[0]
                : javaType;
        return element instanceof Class<?> c && c.isEnum() ? Optional.of(c) : Optional.empty();
    }

    /** What must be there before the column: the enum type that it has, or none. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // Class.isEnum was asked
    List<EnumType<?>> enumTypes() {
        Optional<Enumerated> enumerated = enumerated();
        if (enumerated.isEmpty() || enumerated.get().value() != Enumerated.Storage.NATIVE) {
            return List.of();
        }
        Class<? extends Enum> enumClass = (Class<? extends Enum>) enumClass().orElseThrow();
        return List.of(EnumType.of(enumTypeName(enumerated.get()), enumClass));
    }

    /** Everything but the foreign key. */
    ColumnOptions options() {
        PrimaryKey key = field.getAnnotation(PrimaryKey.class);
        ColumnOptions options =
                ColumnOptions.PLAIN.withKey(key != null).withNullable(key == null && Nullness.mayBeNull(field));
        if (key != null && !key.identity()) {
            options = options.withoutIdentity();
        }
        if (declared != null) {
            options = declared(options, declared);
        }
        return version(times(generated(options)));
    }

    private ColumnOptions declared(ColumnOptions options, Column column) {
        ColumnOptions changed = options.withNullable(options.nullable() && column.nullable())
                .withUnique(column.unique())
                .withIndexed(column.indexed());
        if (!column.comment().isEmpty()) {
            changed = changed.withComment(column.comment());
        }
        if (!column.collation().isEmpty()) {
            changed = changed.withCollation(column.collation());
        }
        if (!column.serverDefault().isEmpty()) {
            changed = changed.withServerDefault(sql(column.serverDefault()));
        }
        if (column.clientDefault() != Column.NoDefault.class) {
            Supplier<?> supplier = Construction.of(column.clientDefault(), "@Column(clientDefault = …) of " + this);
            changed = changed.withClientDefault(supplier);
        }
        if (!column.onUpdate().isEmpty()) {
            changed = changed.withOnUpdate(sql(column.onUpdate()));
        }
        return column.generatedAs().isEmpty() ? changed : changed.withGenerated(sql(column.generatedAs()));
    }

    private ColumnOptions generated(ColumnOptions options) {
        Generated generated = field.getAnnotation(Generated.class);
        return generated == null ? options : options.withGenerated(sql(generated.value()));
    }

    private ColumnOptions times(ColumnOptions options) {
        boolean updated = has(UpdatedAt.class);
        if (!updated && !has(CreatedAt.class)) {
            return options;
        }
        require(
                javaType instanceof Class<?> c && Temporal.class.isAssignableFrom(c),
                "is annotated @" + (updated ? "UpdatedAt" : "CreatedAt") + ", and is a " + javaType.getTypeName()
                        + ". Make it an OffsetDateTime or another time.");
        ColumnOptions stamped = options.withNullable(false).withServerDefault(sql("now()"));
        return updated ? stamped.withOnUpdate(sql("now()")) : stamped;
    }

    private ColumnOptions version(ColumnOptions options) {
        if (!has(Version.class)) {
            return options;
        }
        require(
                isCounter() || isTime(),
                "is annotated @Version, and is a " + javaType.getTypeName()
                        + ". Make it an int, a long or an Instant.");
        return options.withNullable(false)
                .withServerDefault(sql(isTime() ? "clock_timestamp()" : "0"))
                .withOnUpdate(isTime() ? FieldColumn::later : FieldColumn::next);
    }

    private boolean isCounter() {
        return COUNTERS.contains(type().javaType());
    }

    private boolean isTime() {
        return type().name().equals(Types.TIMESTAMPTZ.name());
    }

    private static Expression<?> next(io.gino.schema.Column<?> version) {
        return Sql.template("{0} + 1", version.type(), version);
    }

    /** Later than before, also within a transaction and by a clock that is put back. */
    private static Expression<?> later(io.gino.schema.Column<?> version) {
        return Sql.template("greatest(clock_timestamp(), {0} + INTERVAL '1 microsecond')", version.type(), version);
    }

    static Expression<?> sql(String text) {
        return Sql.template(text, Types.TEXT);
    }

    private boolean has(Class<? extends Annotation> annotation) {
        return field.isAnnotationPresent(annotation);
    }

    private void require(boolean claim, String otherwise) {
        if (!claim) {
            throw new SchemaException("A" + toString().substring(1) + " " + otherwise);
        }
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return "attribute '" + field.name() + "' of model "
                + field.declaringClass().getSimpleName();
    }
}
