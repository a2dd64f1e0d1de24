/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.DeclaredType;
import io.gino.schema.Table;
import io.gino.schema.TableItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a model with a table of its own off its class. Single-use. */
final class ModelDeclaration<M> {

    private final Class<M> type;
    private final Model<M> model;
    private final Lineage lineage;
    private final Map<String, Member> members;
    private final TypeArguments typeArguments;
    private final ColumnRegister<M> register;
    private final AttributeReader<M> reader;
    private final DocumentReader<M> documents;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<TableItem> items = new ArrayList<>();
    private final Map<String, Object> declared = new LinkedHashMap<>();

    ModelDeclaration(Class<M> type, Model<M> model) {
        this.type = type;
        this.model = model;
        this.lineage = Lineage.of(type);
        this.members = Members.of(lineage);
        this.typeArguments = TypeArguments.of(type);
        this.register = new ColumnRegister<>(type, lineage.attributes(), Optional.empty(), model.undeclaredColumns());
        this.documents = new DocumentReader<>(type, lineage.naming(), List.of());
        this.reader = new AttributeReader<>(type, lineage.naming(), register, documents);
    }

    void declare() {
        for (Map.Entry<String, Member> member : members.entrySet()) {
            column(member.getKey(), member.getValue());
        }
        model.complete(documents.complete(model.undeclaredColumns()));
        for (Map.Entry<String, Member> member : members.entrySet()) {
            item(member.getKey(), member.getValue());
        }
        if (register.next() == 0) {
            throw new SchemaException("Model " + type.getName() + " has no attributes that could be columns.");
        }
        Table table = Table.of(tableName(), comment(), tableItems());
        model.complete(new Model.Parts<>(
                table,
                Instances.of(type, attributes, model.undeclaredColumns(), model.documents()),
                attributes,
                reader.enumTypes(),
                register.version()));
        new TableValues(model, members).declare(declared);
    }

    private void column(String name, Member member) {
        if (member instanceof Member.Stored stored) {
            attributes.add(reader.read(stored.property(), typeArguments));
        } else if (member instanceof Member.Given given
                && given.source().givesColumn()
                && !given.source().isWithTable()) {
            given.source()
                    .give(model)
                    .ifPresent(column -> column(name, (io.gino.schema.Column<?>) column, given.storage()));
        }
    }

    private void column(String name, io.gino.schema.Column<?> column, Optional<Property> storage) {
        if (storage.isPresent()) {
            attributes.add(reader.read(storage.get(), column));
        } else if (lineage.isDynamic()) {
            int position = register.next();
            Accessor accessor = new StoreAccessor(name);
            register.add(name, accessor, column);
            attributes.add(
                    new Attribute(name, column.type().javaType(), false, accessor, new Attribute.OfColumn(position)));
        } else {
            items.add(column.copy());
        }
    }

    private void item(String name, Member member) {
        if (member instanceof Member.Given given
                && !given.source().givesColumn()
                && !given.source().isWithTable()) {
            given.source().give(model).ifPresent(value -> item(name, value, given.source()));
        }
    }

    private void item(String name, Object value, Source source) {
        if (value instanceof io.gino.schema.Column<?> column) {
            column(name, column, Optional.empty());
        } else if (value instanceof TableItem item) {
            Attachments.require(source, type);
            items.add(item);
        } else if (value instanceof DeclaredType<?>) {
            throw new SchemaException(source + " gives model " + type.getSimpleName()
                    + " a type. Declare types in the metadata: db.add(…).");
        } else if (value instanceof Collection<?> several && several.stream().anyMatch(TableItem.class::isInstance)) {
            several.forEach(item -> item(name, item, source));
        } else {
            declared.put(name, value);
        }
    }

    private List<TableItem> tableItems() {
        List<TableItem> all = new ArrayList<>(model.undeclaredColumns());
        all.addAll(reader.items());
        all.addAll(documents.items());
        for (Class<?> ancestor : lineage.fromTheTop()) {
            all.addAll(new TypeItems(ancestor, "model " + ancestor.getSimpleName(), Optional.empty()).read());
        }
        all.addAll(items);
        return new DocumentIndexes(model.documents(), model.undeclaredColumns()).in(all);
    }

    private String tableName() {
        String said = type.getAnnotation(GinoModel.class).value();
        Object computed = declared.remove(ModelKind.TABLE_NAME);
        if (!said.isEmpty()) {
            return said;
        }
        if (!(computed instanceof String name) || name.isEmpty()) {
            throw new SchemaException("Model " + type.getName()
                    + " has no table name: @DeclaredAttr tableName(Model) gives none. Annotate the model"
                    + " @GinoModel(\"table_name\"), or let the method give a text.");
        }
        return name;
    }

    private Optional<String> comment() {
        String comment = type.getAnnotation(GinoModel.class).comment();
        return comment.isEmpty() ? Optional.empty() : Optional.of(comment);
    }
}
