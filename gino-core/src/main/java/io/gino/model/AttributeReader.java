/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.ColumnOptions;
import io.gino.schema.EnumType;
import io.gino.schema.TableItem;
import io.gino.type.SqlType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads columns off the fields of a model, and of the value objects that it holds. */
final class AttributeReader<M> {

    private final Class<M> model;
    private final ColumnNaming naming;
    private final ColumnRegister<M> register;
    private final DocumentReader<M> documents;
    private final List<TableItem> items = new ArrayList<>();
    private final List<EnumType<?>> enumTypes = new ArrayList<>();

    AttributeReader(Class<M> model, ColumnNaming naming, ColumnRegister<M> register, DocumentReader<M> documents) {
        this.documents = documents;
        this.model = model;
        this.naming = naming;
        this.register = register;
    }

    /** What the table has beside its columns because of them. */
    List<TableItem> items() {
        return items;
    }

    List<EnumType<?>> enumTypes() {
        return enumTypes;
    }

    /** The attribute that a field or a getter of the model is. */
    Attribute read(Property field, TypeArguments types) {
        return read(field, types, Place.INSTANCE);
    }

    private Attribute read(Property field, TypeArguments types, Place place) {
        if (field.isAnnotationPresent(JsonAttribute.class)) {
            return inside(field, types, place);
        }
        return field.isAnnotationPresent(Embedded.class)
                ? embedded(field, place)
                : column(field, new FieldColumn(field, types.typeOf(field)), place);
    }

    private Attribute inside(Property field, TypeArguments types, Place place) {
        if (place.holder() != null) {
            throw new SchemaException("Attribute '" + field.name() + "' of value object "
                    + field.declaringClass().getSimpleName() + ", which model " + model.getSimpleName()
                    + " holds, is annotated @JsonAttribute. Move it to the model, whose attributes lie in documents.");
        }
        return documents.read(field, types.typeOf(field));
    }

    private Attribute column(Property field, FieldColumn declared, Place place) {
        String name = place.columns() + declared.name(naming);
        if (!register.isShared()) {
            enumTypes.addAll(declared.enumTypes());
            items.addAll(new TypeItems(field, declared, Optional.of(name)).read());
        }
        Attribute attribute = add(field, column(name, declared.type(), options(field, declared, name, place)), place);
        if (field.isAnnotationPresent(Version.class)) {
            register.countsChanges();
        }
        return attribute;
    }

    private ColumnOptions options(Property field, FieldColumn declared, String name, Place place) {
        ColumnOptions options = declared.options();
        if (place.isOptional()) {
            options = options.withNullable(true);
        }
        if (place.isKey()) {
            options = options.withKey(true).withNullable(false);
        }
        ForeignKey reference = field.getAnnotation(ForeignKey.class);
        return reference == null || register.isShared()
                ? options
                : options.withReference(new FieldReference(field, model, reference).foreignKey(name));
    }

    private static <T> io.gino.schema.Column<T> column(String name, SqlType<T> type, ColumnOptions options) {
        return new Declared<>(name, type, options);
    }

    /** A field with the values of a column that was declared elsewhere. */
    <T> Attribute read(Property field, io.gino.schema.Column<T> given) {
        Class<?> javaType = AttributeTypes.boxed(field.type());
        if (!javaType.isAssignableFrom(given.type().javaType())) {
            throw new SchemaException("Attribute '" + field.name() + "' of model " + model.getSimpleName()
                    + " is a " + javaType.getSimpleName() + ", and its column '" + given.name() + "' is declared as a "
                    + given.type().javaType().getSimpleName() + ". Give it the column's type, or annotate it @Column to"
                    + " declare a column of its own.");
        }
        return add(field, given, Place.INSTANCE);
    }

    private Attribute add(Property field, io.gino.schema.Column<?> column, Place place) {
        int position = register.next();
        Accessor accessor = field.accessor();
        register.add(place.attributes() + field.name(), place.fromInstance(position, accessor), column);
        return attribute(field, accessor, new Attribute.OfColumn(position));
    }

    private static Attribute attribute(Property field, Accessor accessor, Attribute.Slot slot) {
        return new Attribute(field.name(), field.type(), field.isFinal(), accessor, slot);
    }

    private Attribute embedded(Property field, Place around) {
        Class<?> type = field.type();
        List<Property> fields = fields(type);
        if (fields.isEmpty()) {
            throw new SchemaException("Attribute '" + field.name() + "' of model " + model.getSimpleName()
                    + " is annotated @Embedded, and " + type.getName()
                    + " has no attributes that could be columns. Leave the annotation out, or give the class fields.");
        }
        Embeddable embeddable = new Embeddable();
        Accessor accessor = field.accessor();
        Place place = place(field, around, new Place.Holder(around, accessor, embeddable));
        TypeArguments types = TypeArguments.of(type);
        embeddable.complete(
                type, fields.stream().map(inner -> read(inner, types, place)).toList());
        return attribute(field, accessor, new Attribute.OfEmbedded(embeddable));
    }

    private Place place(Property field, Place around, Place.Holder holder) {
        Embedded annotation = field.find(Embedded.class).orElseThrow();
        String prefix = annotation.prefix().isEmpty() ? naming.column(field.name()) + "_" : annotation.prefix();
        return new Place(
                around.attributes() + field.name() + ".",
                around.columns() + (annotation.prefixed() ? prefix : ""),
                around.isOptional() || field.annotatedType().isAnnotationPresent(Nullable.class),
                around.isKey() || field.isAnnotationPresent(PrimaryKey.class),
                holder);
    }

    private static List<Property> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class && c != Record.class; c = c.getSuperclass()) {
            fields.addAll(0, Arrays.asList(c.getDeclaredFields()));
        }
        fields.removeIf(field -> !Members.isColumn(field));
        return fields.stream().map(Property::of).toList();
    }

    /** A column before it is the model's. */
    private static final class Declared<T> extends io.gino.schema.Column<T> {

        Declared(String name, SqlType<T> type, ColumnOptions options) {
            super(name, type, options);
        }
    }
}
