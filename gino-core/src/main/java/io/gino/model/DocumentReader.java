/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import io.gino.schema.TableItem;
import io.gino.sql.Expression;
import io.gino.type.Json;
import io.gino.type.JsonType;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a model that lie inside documents, once all its columns are known. Single-use. */
final class DocumentReader<M> {

    private final Class<M> model;
    private final ColumnNaming naming;
    private final List<DocumentAttribute<M, ?>> attributes;
    private final List<Pending> pending = new ArrayList<>();
    private final List<TableItem> items = new ArrayList<>();

    /** @param inherited those that the model has already */
    DocumentReader(Class<M> model, ColumnNaming naming, List<DocumentAttribute<M, ?>> inherited) {
        this.model = model;
        this.naming = naming;
        this.attributes = new ArrayList<>(inherited);
    }

    /** An attribute that waits for its document. */
    private record Pending(Property field, JsonAttribute annotation, SqlType<?> type, Accessor accessor) {}

    /** Takes in an attribute. */
    Attribute read(Property field, Type javaType) {
        for (Class<? extends Annotation> annotation : ofColumns()) {
            require(
                    !field.isAnnotationPresent(annotation),
                    field,
                    "is annotated @JsonAttribute and @" + annotation.getSimpleName()
                            + ", which is for columns; it is none. Leave one of them out.");
        }
        Accessor accessor = field.accessor();
        int index = attributes.size() + pending.size();
        pending.add(new Pending(field, field.find(JsonAttribute.class).orElseThrow(), type(javaType), accessor));
        return new Attribute(field.name(), field.type(), field.isFinal(), accessor, new Attribute.OfDocument(index));
    }

    /** What only columns have. */
    private static List<Class<? extends Annotation>> ofColumns() {
        return List.of(
                Column.class,
                PrimaryKey.class,
                ForeignKey.class,
                Unique.class,
                Check.class,
                Enumerated.class,
                Generated.class,
                CreatedAt.class,
                UpdatedAt.class,
                Version.class,
                SoftDelete.class,
                Embedded.class);
    }

    /** What the Java class alone means, as text in JSON; else whatever Jackson makes of it. */
    private static SqlType<?> type(Type javaType) {
        Optional<SqlType<?>> scalar = javaType instanceof Class<?> && javaType != byte[].class
                ? AttributeTypes.of(javaType, "")
                : Optional.empty();
        return scalar.orElseGet(() -> Types.jsonb(JsonType.of(javaType)));
    }

    /** The attributes, whose documents are among these columns. */
    Documents<M> complete(List<ColumnAttribute<M, ?>> columns) {
        for (Pending waiting : pending) {
            DocumentAttribute<M, ?> attribute = attribute(waiting, waiting.type, columns);
            requireFree(waiting.field, attribute, columns);
            attributes.add(attribute);
            items.addAll(new TypeItems(waiting.field, subject(waiting.field), Optional.of(attribute.name())).read());
        }
        return new Documents<>(attributes, Lineage.of(model).hasKnownKeysOnly());
    }

    /** The indexes that annotations of the attributes declare, by the attributes' names. */
    List<TableItem> items() {
        return items;
    }

    private <T> DocumentAttribute<M, T> attribute(
            Pending waiting, SqlType<T> type, List<ColumnAttribute<M, ?>> columns) {
        Property field = waiting.field;
        String[] path = waiting.annotation.path();
        JsonHooks<M, T> hooks = hooks(waiting);
        return new DocumentAttribute<>(
                DocumentAttribute.declaration(model, field.name(), waiting.accessor, naming.column(field.name()), type),
                document(waiting, columns),
                path.length == 0 ? List.of(field.name()) : Arrays.asList(path),
                new JsonDefault<>(absent(waiting, type), !overridesAfterGet(hooks)),
                hooks);
    }

    private ColumnAttribute<M, ?> document(Pending waiting, List<ColumnAttribute<M, ?>> columns) {
        String named = waiting.annotation.of();
        String claim = "is annotated @JsonAttribute(of = \"" + named + "\"), and ";
        boolean isInside = pending.stream().anyMatch(other -> other.field.name().equals(named));
        require(
                !isInside,
                waiting.field,
                claim + "'" + named
                        + "' lies inside a document itself. Name the column's attribute, and the keys by path = {…}.");
        ColumnAttribute<M, ?> document = columns.stream()
                .filter(column -> column.attribute().equals(named))
                .findFirst()
                .orElseThrow(() -> refusal(
                        waiting.field,
                        claim + "the model has no column of an attribute '" + named + "'. "
                                + Wording.didYouMean(
                                        named,
                                        columns.stream()
                                                .map(ColumnAttribute::attribute)
                                                .toList())));
        require(
                document.type().wire() == Json.class
                        || document.type().bareName().equals("json"),
                waiting.field,
                claim
                        + "its column is of type " + document.type().name() + ". Name one of type jsonb, or annotate '"
                        + named + "' @Column(type = \"jsonb\").");
        Class<?> javaType = document.type().javaType();
        boolean isObject = !Collection.class.isAssignableFrom(javaType)
                && !javaType.isArray()
                && (javaType == Json.class || Types.of(javaType).isEmpty());
        require(
                isObject,
                waiting.field,
                claim + "that is a " + javaType.getSimpleName()
                        + ", which has no keys. Make it a Map, a Json or a record.");
        return document;
    }

    private <T> Optional<Supplier<T>> absent(Pending waiting, SqlType<T> type) {
        String text = waiting.annotation.defaultValue();
        boolean isComputed = waiting.annotation.clientDefault() != Column.NoDefault.class;
        require(
                text.isEmpty() || !isComputed,
                waiting.field,
                "has both a defaultValue and a clientDefault. Leave one of them out.");
        if (isComputed) {
            Supplier<?> given = Construction.of(
                    waiting.annotation.clientDefault(),
                    "@JsonAttribute(clientDefault = …) of " + subject(waiting.field));
            return Optional.of(() -> type.convert(given.get()));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(parsed(waiting.field, type, text));
    }

    /** Read anew each time, since a document can be changed by whoever gets it; once now, to refuse what cannot be read. */
    private <T> Supplier<T> parsed(Property field, SqlType<T> type, String text) {
        Supplier<T> supplier = () -> Objects.requireNonNull(type.read(text));
        try {
            Objects.requireNonNull(supplier.get());
        } catch (RuntimeException e) {
            String finding = subject(field) + " has the defaultValue '" + text + "', which is no "
                    + type.javaType().getSimpleName() + ". Write it as JSON has it, and texts without quotes.";
            throw new SchemaException("A" + finding.substring(1), e);
        }
        return supplier;
    }

    @SuppressWarnings("unchecked") // of the attribute's model and type, as the annotation says
    private <T> JsonHooks<M, T> hooks(Pending waiting) {
        return (JsonHooks<M, T>)
                Construction.of(waiting.annotation.hooks(), "@JsonAttribute(hooks = …) of " + subject(waiting.field));
    }

    private static boolean overridesAfterGet(JsonHooks<?, ?> hooks) {
        return Arrays.stream(hooks.getClass().getMethods())
                .filter(method -> method.getName().equals("afterGet") && method.getParameterCount() == 2)
                .map(Method::getDeclaringClass)
                .anyMatch(declaring -> declaring != JsonHooks.class);
    }

    private void requireFree(Property field, DocumentAttribute<M, ?> attribute, List<ColumnAttribute<M, ?>> columns) {
        columns.stream()
                .filter(column -> column.name().equals(attribute.name()))
                .forEach(column -> {
                    throw refusal(
                            field,
                            "lies inside a document, and has the name of the column '" + column.name()
                                    + "' of attribute '" + column.attribute() + "'. Rename one of them.");
                });
        for (DocumentAttribute<M, ?> other : attributes) {
            require(
                    !attribute.overlaps(other.document(), other.path()),
                    field,
                    "lies at key '"
                            + String.join(".", attribute.path()) + "' of column '"
                            + attribute.document().name() + "', and attribute '"
                            + other.attribute() + "' at '" + String.join(".", other.path())
                            + "', so that one would change the other. Give one of them another path.");
        }
    }

    private void require(boolean claim, Property field, String otherwise) {
        if (!claim) {
            throw refusal(field, otherwise);
        }
    }

    private SchemaException refusal(Property field, String finding) {
        return new SchemaException("A" + subject(field).substring(1) + " " + finding);
    }

    private String subject(Property field) {
        return "attribute '" + field.name() + "' of model " + model.getSimpleName();
    }

    /** The expression of an attribute that an index names. */
    static Optional<Expression<?>> named(Documents<?> documents, @Nullable String name) {
        return documents.attributes().stream()
                .filter(attribute ->
                        attribute.name().equals(name) || attribute.attribute().equals(name))
                .<Expression<?>>map(attribute -> attribute)
                .findFirst();
    }
}
