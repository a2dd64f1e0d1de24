package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.ColumnOptions;
import io.gino.schema.Constraint;
import io.gino.schema.Index;
import io.gino.schema.PartitionBy;
import io.gino.schema.Table;
import io.gino.schema.TableItem;
import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a model off its class. Single-use. */
final class ModelDeclaration<M> {

    private final Class<M> type;
    private final TypeArguments typeArguments;
    private final List<ColumnAttribute<M, ?>> columns = new ArrayList<>();
    private final List<Accessor> accessors = new ArrayList<>();
    private final List<TableItem> items = new ArrayList<>();

    ModelDeclaration(Class<M> type) {
        this.type = type;
        this.typeArguments = TypeArguments.of(type);
    }

    Model<M> declare() {
        GinoModel annotation = annotation();
        fields().forEach(this::attribute);
        if (columns.isEmpty()) {
            throw new SchemaException("Model " + type.getName() + " has no attributes that could be columns.");
        }
        staticFields().forEach(this::tableItem);
        items.addAll(0, columns);
        Optional<String> comment = Optional.of(annotation.comment()).filter(text -> !text.isEmpty());
        Table table = Table.of(annotation.value(), comment, items);
        return new Model<>(type, table, columns, Instantiator.of(type, accessors, recordPositions()));
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
        Column declared = field.getAnnotation(Column.class);
        String name = declared == null || declared.value().isEmpty() ? SnakeCase.of(field.getName()) : declared.value();
        columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .ifPresent(other -> {
                    throw new SchemaException("Model " + type.getSimpleName() + " maps two attributes to the column '"
                            + name + "': '" + other.attribute() + "' and '" + field.getName() + "'.");
                });
        Accessor accessor = Accessor.of(field);
        accessors.add(accessor);
        SqlType<?> columnType =
                AttributeTypes.of(field, typeArguments.typeOf(field), declared == null ? "" : declared.type());
        columns.add(new ColumnAttribute<>(field.getName(), name, columnType, options(field, declared, name), accessor));
    }

    private ColumnOptions options(Field field, @org.jspecify.annotations.Nullable Column declared, String name) {
        boolean key = field.isAnnotationPresent(PrimaryKey.class);
        ColumnOptions options = ColumnOptions.PLAIN
                .withKey(key)
                .withNullable(!key && !field.getType().isPrimitive());
        if (declared != null) {
            options = declared(options, declared);
        }
        ForeignKey reference = field.getAnnotation(ForeignKey.class);
        return reference == null ? options : options.withReference(foreignKey(field, reference, name));
    }

    private static ColumnOptions declared(ColumnOptions options, Column declared) {
        ColumnOptions changed = options.withNullable(options.nullable() && declared.nullable())
                .withUnique(declared.unique())
                .withIndexed(declared.indexed());
        if (!declared.comment().isEmpty()) {
            changed = changed.withComment(declared.comment());
        }
        if (!declared.serverDefault().isEmpty()) {
            changed = changed.withServerDefault(sql(declared.serverDefault()));
        }
        if (!declared.onUpdate().isEmpty()) {
            changed = changed.withOnUpdate(sql(declared.onUpdate()));
        }
        return declared.generatedAs().isEmpty() ? changed : changed.withGenerated(sql(declared.generatedAs()));
    }

    private static Expression<?> sql(String text) {
        return Sql.template(text, io.gino.type.Types.TEXT);
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
