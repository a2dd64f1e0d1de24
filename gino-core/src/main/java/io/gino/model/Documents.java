/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.StatementException;
import io.gino.type.Json;
import io.gino.type.JsonTree;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a model that lie inside JSON documents, and the documents that they make.
 *
 * @param <M> the model
 * @since 0.1.0
 */
public final class Documents<M> {

    private final List<DocumentAttribute<M, ?>> attributes;
    private final boolean areAll;

    /** @param areAll whether the documents hold nothing else */
    Documents(List<DocumentAttribute<M, ?>> attributes, boolean areAll) {
        this.attributes = List.copyOf(attributes);
        this.areAll = areAll;
    }

    /** The attributes, in the order of their declaration. */
    public List<DocumentAttribute<M, ?>> attributes() {
        return attributes;
    }

    /** Whether attributes lie inside this column. */
    public boolean areIn(ColumnAttribute<?, ?> column) {
        for (DocumentAttribute<M, ?> attribute : attributes) {
            if (attribute.document() == column) {
                return true;
            }
        }
        return false;
    }

    /**
     * What an INSERT stores of an instance in this column: of a document the whole, with the attributes inside it, as a
     * {@link Json}.
     *
     * @param held what the instance has in the column itself
     */
    public @Nullable Object inserted(ColumnAttribute<M, ?> column, M instance, @Nullable Object held) {
        return with(column, held, (attribute, tree) -> attribute.insertInto(tree, instance));
    }

    /** What an UPDATE of the whole column stores of an instance; an attribute that is null is JSON's {@code null}. */
    public @Nullable Object updated(ColumnAttribute<M, ?> column, M instance) {
        return with(column, column.get(instance), (attribute, tree) -> attribute.updateIn(tree, instance));
    }

    private @Nullable Object with(
            ColumnAttribute<M, ?> column, @Nullable Object held, BiConsumer<DocumentAttribute<M, ?>, JsonTree> store) {
        if (!areIn(column)) {
            return held;
        }
        JsonTree tree = held == null ? JsonTree.empty() : tree(column, held);
        attributes.stream()
                .filter(attribute -> attribute.document() == column)
                .forEach(attribute -> store.accept(attribute, tree));
        unknown(column, tree).ifPresent(finding -> {
            throw new StatementException("The document '" + column.attribute() + "' of this " + column.model()
                    + " cannot be stored. " + finding);
        });
        return held == null && tree.isEmpty() ? null : tree.json();
    }

    /** Says which key of a document is none of the attributes', where these are to be all; else empty. */
    Optional<String> unknown(ColumnAttribute<?, ?> column, JsonTree tree) {
        List<List<String>> known = attributes.stream()
                .filter(attribute -> attribute.document() == column)
                .map(DocumentAttribute::path)
                .toList();
        return (areAll ? tree.other(known) : Optional.<List<String>>empty())
                .map(path -> "It has the key '" + String.join(".", path)
                        + "', which is no attribute's. Declare one by @JsonAttribute, or leave knownKeysOnly out of"
                        + " @GinoModel.");
    }

    /** The value of an attribute that an UPDATE stores by itself, as a document; JSON's {@code null} for null. */
    public @Nullable Json value(DocumentAttribute<M, ?> attribute, M instance) {
        return json(attribute, attribute.held(instance));
    }

    private static <T> @Nullable Json json(DocumentAttribute<?, T> attribute, @Nullable Object held) {
        return held == null
                ? null
                : JsonTree.json(attribute.type(), attribute.type().convert(held));
    }

    /** The document of a value that is written to the column. */
    static <T> JsonTree tree(io.gino.schema.Column<T> column, Object value) {
        return JsonTree.of(new Json(column.type().print(column.type().writable(value))));
    }
}
