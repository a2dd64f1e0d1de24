/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.LoadException;
import io.gino.type.JsonTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of columns together with those inside their documents, each of which is taken apart once. Single-use. */
abstract class Told<M> implements Instantiator.Values {

    private final List<ColumnAttribute<M, ?>> columns;
    private final Documents<M> documents;
    private final List<DocumentAttribute<M, ?>> inside;
    private final @Nullable JsonTree[] trees;

    Told(List<ColumnAttribute<M, ?>> columns, Documents<M> documents) {
        this.columns = columns;
        this.documents = documents;
        this.inside = documents.attributes();
        this.trees = new JsonTree[inside.isEmpty() ? 0 : columns.size()];
    }

    final ColumnAttribute<M, ?> column(int column) {
        return columns.get(column);
    }

    final DocumentAttribute<M, ?> attribute(int attribute) {
        return inside.get(attribute);
    }

    /** The document of a column that has a value; an empty one for NULL. */
    abstract JsonTree document(int column);

    private JsonTree tree(int column) {
        JsonTree tree = trees[column];
        if (tree == null) {
            tree = apart(column);
            trees[column] = tree;
        }
        return tree;
    }

    private JsonTree apart(int column) {
        try {
            JsonTree tree = document(column);
            documents.unknown(column(column), tree).ifPresent(finding -> {
                throw new LoadException(finding);
            });
            return tree;
        } catch (LoadException e) {
            throw new LoadException(
                    "Attributes of model " + column(column).model() + " lie inside column '"
                            + column(column).name() + "', and cannot be read. " + e.getMessage(),
                    e);
        }
    }

    private int documentOf(int attribute) {
        return columns.indexOf(attribute(attribute).document());
    }

    @Override
    public boolean tells(int attribute) {
        return has(documentOf(attribute));
    }

    @Override
    public boolean hasInside(int attribute) {
        int column = documentOf(attribute);
        return has(column) && attribute(attribute).isTold(tree(column));
    }

    @Override
    public @Nullable Object inside(int attribute) {
        return attribute(attribute).read(tree(documentOf(attribute)));
    }
}
