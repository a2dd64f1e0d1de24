package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.ColumnOptions;
import io.gino.schema.Constraint;
import io.gino.schema.EnumType;
import io.gino.schema.Index;
import io.gino.schema.PartitionBy;
import io.gino.schema.Table;
import io.gino.schema.TableItem;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a model off its class. Single-use. */
final class ModelDeclaration<M> {

    private final Class<M> type;
    private final TypeArguments typeArguments;
    private final List<ColumnAttribute<M, ?>> columns = new ArrayList<>();
    private final List<Accessor> accessors = new ArrayList<>();
    private final List<TableItem> items = new ArrayList<>();
    private final List<EnumType<?>> enumTypes = new ArrayList<>();
    private ColumnNaming naming = new ColumnNaming.SnakeCase();
    private @Nullable ColumnAttribute<M, ?> version;

    ModelDeclaration(Class<M> type) {
        this.type = type;
        this.typeArguments = TypeArguments.of(type);
    }

    Model<M> declare() {
        GinoModel annotation = annotation();
        naming = Construction.of(annotation.naming(), "@GinoModel(naming = …) of " + type.getName());
        fields().forEach(this::attribute);
        if (columns.isEmpty()) {
            throw new SchemaException("Model " + type.getName() + " has no attributes that could be columns.");
        }
        items.addAll(new TypeItems(type, "model " + type.getSimpleName(), Optional.empty()).read());
        staticFields().forEach(this::tableItem);
        items.addAll(0, columns);
        Optional<String> comment = Optional.of(annotation.comment()).filter(text -> !text.isEmpty());
        Table table = Table.of(annotation.value(), comment, items);
        return new Model<>(
                type, table, columns, Instantiator.of(type, accessors, recordPositions()), enumTypes, version);
    }

    private GinoModel annotation() {
        GinoModel annotation = type.getAnnotation(GinoModel.class);
        if (annotation == null) {
            throw new SchemaException(type.getName() + " is not a model. Annotate it @GinoModel(\"table_name\").");
        }
        if (annotation.value().isEmpty()) {
            throw new SchemaException("Model " + type.getName() + " is abstract: it names no table. Annotate it"
                    + " @GinoModel(\"table_name\") to use it.");
        }
        return annotation;
    }

    /** The instance fields of the class and its superclasses, the topmost class's first. */
    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class && c != Record.class; c = c.getSuperclass()) {
            fields.addAll(0, Arrays.asList(c.getDeclaredFields()));
        }
        fields.removeIf(field -> Modifier.isStatic(field.getModifiers())
                || Modifier.isTransient(field.getModifiers())
                || field.isSynthetic()
                || field.isAnnotationPresent(Transient.class));
        return fields;
    }

    private void attribute(Field field) {
        FieldColumn column = new FieldColumn(field, typeArguments.typeOf(field));
        String name = column.name(naming);
        columns.stream().filter(other -> other.name().equals(name)).findFirst().ifPresent(other -> {
            throw new SchemaException("Model " + type.getSimpleName() + " maps two attributes to the column '"
                    + name + "': '" + other.attribute() + "' and '" + field.getName()
                    + "'. Give one of them another name by @Column(\"…\"), or annotate it @Transient.");
        });
        Accessor accessor = Accessor.of(field);
        accessors.add(accessor);
        column.enumType().ifPresent(enumTypes::add);
        items.addAll(new TypeItems(field, column.toString(), Optional.of(name)).read());
        ColumnOptions options = options(field, column.options(), name);
        ColumnAttribute<M, ?> attribute =
                new ColumnAttribute<>(field.getName(), name, column.type(), options, accessor);
        columns.add(attribute);
        if (field.isAnnotationPresent(Version.class)) {
            version(attribute);
        }
    }

    private void version(ColumnAttribute<M, ?> attribute) {
        if (version != null) {
            throw new SchemaException("Model " + type.getSimpleName() + " has two attributes annotated @Version, '"
                    + version.attribute() + "' and '" + attribute.attribute() + "'. Annotate one of them.");
        }
        version = attribute;
    }

    private ColumnOptions options(Field field, ColumnOptions options, String name) {
        ForeignKey reference = field.getAnnotation(ForeignKey.class);
        return reference == null ? options : options.withReference(foreignKey(field, reference, name));
    }

    private io.gino.schema.ForeignKey foreignKey(Field field, ForeignKey reference, String column) {
        boolean byModel = reference.model() != void.class;
        if (byModel != reference.value().isEmpty()) {
            throw new SchemaException("@ForeignKey of attribute '" + field.getName() + "' of model "
                    + type.getSimpleName() + " needs either \"table.column\" or model = …, not both or neither.");
        }
        io.gino.schema.ForeignKey.Target named =
                byModel ? null : io.gino.schema.ForeignKey.Target.parse(reference.value());
        return new io.gino.schema.ForeignKey(
                Optional.empty(),
                List.of(column),
                () -> named != null ? named : keyOf(field, reference.model()),
                reference.onDelete(),
                reference.onUpdate());
    }

    private io.gino.schema.ForeignKey.Target keyOf(Field field, Class<?> target) {
        Model<?> model = Model.of(target);
        if (model.key().size() != 1) {
            throw new SchemaException(
                    "@ForeignKey of attribute '" + field.getName() + "' of model " + type.getSimpleName()
                            + " leads to model " + target.getSimpleName() + ", whose primary key has "
                            + model.key().size()
                            + " columns. Name the column: @ForeignKey(\"table.column\").");
        }
        return io.gino.schema.ForeignKey.Target.of(model.key().get(0));
    }

    private List<Field> staticFields() {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> field.getType() == Index.class
                        || field.getType() == PartitionBy.class
                        || Constraint.class.isAssignableFrom(field.getType()))
                .toList();
    }

    private void tableItem(Field field) {
        try {
            field.setAccessible(true);
            items.add((TableItem) field.get(null));
        } catch (IllegalAccessException e) {
            throw new SchemaException("Cannot read " + type.getSimpleName() + "." + field.getName() + ".", e);
        }
    }

    /** For each component of a record the position of its column; -1 for one that is no column. */
    private int[] recordPositions() {
        if (!type.isRecord()) {
            return new int[0];
        }
        List<String> attributes =
                columns.stream().map(ColumnAttribute::attribute).toList();
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .mapToInt(attributes::indexOf)
                .toArray();
    }
}
