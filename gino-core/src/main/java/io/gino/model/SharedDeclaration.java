/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.TableItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a model that has the table of another one off its class. Single-use. */
final class SharedDeclaration<M> {

    private final Class<M> type;
    private final Model<M> model;
    private final Model<?> other;
    private final Lineage lineage;
    private final Map<String, Member> members;
    private final AttributeReader<M> reader;
    private final DocumentReader<M> documents;
    private final ColumnRegister<M> register;

    SharedDeclaration(Class<M> type, Model<M> model, Model<?> other) {
        this.type = type;
        this.model = model;
        this.other = other;
        this.lineage = Lineage.of(type);
        this.members = Members.of(lineage);
        this.register =
                new ColumnRegister<>(type, lineage.attributes(), Optional.of(other.table()), model.undeclaredColumns());
        this.documents = new DocumentReader<>(type, lineage.naming(), inherited());
        this.reader = new AttributeReader<>(type, lineage.naming(), register, documents);
    }

    /** The other's attributes inside documents, which a class that extends it has too. */
    @SuppressWarnings("unchecked") // an attribute of the superclass reads and sets that of a subclass
    private List<DocumentAttribute<M, ?>> inherited() {
        List<DocumentAttribute<M, ?>> inherited = new ArrayList<>();
        if (other.type().isAssignableFrom(type)) {
            other.documents()
                    .attributes()
                    .forEach(attribute -> inherited.add((DocumentAttribute<M, ?>) (DocumentAttribute<?, ?>) attribute));
        }
        return inherited;
    }

    /** A class that extends the other: it has that one's columns, the same ones, and may have more of the table's. */
    @SuppressWarnings("unchecked") // a column of the superclass reads and sets the attribute of a subclass
    void ofSuperclass() {
        List<Attribute> attributes = new ArrayList<>(other.attributes());
        other.columns().forEach(column -> model.undeclaredColumns().add((ColumnAttribute<M, ?>) column));
        other.columns().forEach(column -> register.reserve(column));
        for (Property property : ownProperties()) {
            attributes.add(reader.read(property, TypeArguments.of(type)));
        }
        complete(attributes);
    }

    /** A class of its own, each of whose attributes is a column of the other's table. */
    void ofAnother() {
        List<Attribute> attributes = new ArrayList<>();
        members.values().forEach(member -> {
            if (member instanceof Member.Stored stored) {
                attributes.add(reader.read(stored.property(), TypeArguments.of(type)));
            }
        });
        complete(attributes);
    }

    private List<Property> ownProperties() {
        return members.values().stream()
                .filter(Member.Stored.class::isInstance)
                .map(member -> ((Member.Stored) member).property())
                .filter(property -> !property.declaringClass().isAssignableFrom(other.type()))
                .toList();
    }

    private void complete(List<Attribute> attributes) {
        model.complete(documents.complete(model.undeclaredColumns()));
        members.values().forEach(this::requireNothingForTheTable);
        lineage.types().forEach(this::requireNothingForTheTable);
        Optional<ColumnAttribute<M, ?>> version = other.version()
                .flatMap(counter -> model.undeclaredColumns().stream()
                        .filter(column -> column.name().equals(counter.name()))
                        .findFirst());
        model.complete(new Model.Parts<>(
                other.table(),
                Instances.of(type, attributes, model.undeclaredColumns(), model.documents()),
                attributes,
                List.of(),
                version));
        new TableValues(model, members).declare(values());
    }

    private void requireNothingForTheTable(Member member) {
        if (member instanceof Member.Given given
                && !given.source().owner().isAssignableFrom(other.type())
                && !given.source().isWithTable()) {
            given.source().give(model).filter(SharedDeclaration::isForTheTable).ifPresent(item -> {
                throw tooLate(given.source().toString());
            });
        }
    }

    private void requireNothingForTheTable(Class<?> ancestor) {
        String subject = "model " + ancestor.getSimpleName();
        if (!ancestor.isAssignableFrom(other.type())
                && !new TypeItems(ancestor, subject, Optional.empty()).read().isEmpty()) {
            throw tooLate("What the annotations of " + subject + " declare");
        }
    }

    private SchemaException tooLate(String what) {
        return new SchemaException(what + " comes too late: the table of model " + type.getSimpleName() + " is '"
                + other.table().tableName() + "' of model " + other
                + ". Declare it there, or give the model a table of its own.");
    }

    private static boolean isForTheTable(Object value) {
        return value instanceof TableItem
                || (value instanceof Collection<?> several && several.stream().anyMatch(TableItem.class::isInstance));
    }

    private Map<String, Object> values() {
        Map<String, Object> declared = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            if (member instanceof Member.Given given && !given.source().isWithTable()) {
                given.source()
                        .give(model)
                        .filter(value -> !isForTheTable(value))
                        .ifPresent(value -> declared.put(name, value));
            }
        });
        declared.remove(ModelKind.TABLE_NAME);
        return declared;
    }
}
