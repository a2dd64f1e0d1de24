/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.schema.Index;
import io.gino.schema.IndexElement;
import io.gino.schema.TableItem;
import io.gino.sql.Expression;
import java.util.List;
import java.util.Optional;

/** Indexes that name attributes inside documents as they name columns. */
record DocumentIndexes(Documents<?> documents, List<? extends ColumnAttribute<?, ?>> columns) {

    /** The items, in which such names are what they stand for. */
    List<TableItem> in(List<TableItem> items) {
        return documents.attributes().isEmpty()
                ? items
                : items.stream()
                        .map(item -> item instanceof Index index ? in(index) : item)
                        .toList();
    }

    private Index in(Index index) {
        return new Index(
                index.name(),
                index.elements().stream().map(this::in).toList(),
                index.uniqueness(),
                index.method(),
                index.include(),
                index.where(),
                index.settings(),
                index.isConcurrent());
    }

    private IndexElement in(IndexElement element) {
        return attribute(element.expression())
                .map(attribute -> new IndexElement(
                        attribute, element.collation(), element.operatorClass(), element.direction(), element.nulls()))
                .orElse(element);
    }

    /** What a name that is no column's stands for. */
    private Optional<Expression<?>> attribute(Expression<?> named) {
        boolean isName = named instanceof io.gino.schema.Column<?> column
                && !(column instanceof ColumnAttribute)
                && columns.stream().noneMatch(own -> own.name().equals(column.name()));
        return isName ? DocumentReader.named(documents, ((io.gino.schema.Column<?>) named).name()) : Optional.empty();
    }
}
