/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.LoadException;
import io.gino.error.StatementException;
import io.gino.schema.ColumnOptions;
import io.gino.schema.Table;
import io.gino.sql.Expression;
import io.gino.sql.JsonField;
import io.gino.type.JsonTree;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model's attribute inside a JSON document, as {@link JsonAttribute} declares it: usable in any expression, set by any
 * UPDATE, and able to read and write the attribute of an instance, though it is no column of the table.
 *
 * @param <M> the model
 * @param <T> the Java type of the attribute
 * @since 0.1.0
 */
public final class DocumentAttribute<M, T> extends ColumnAttribute<M, T> {

    private final ColumnAttribute<M, ?> document;
    private final JsonField<T> field;
    private final JsonDefault<T> absent;
    private final JsonHooks<M, T> hooks;
    private final Accessor accessor;

    DocumentAttribute(
            AttributeDeclaration<M, T> declared,
            ColumnAttribute<M, ?> document,
            List<String> path,
            JsonDefault<T> absent,
            JsonHooks<M, T> hooks) {
        super(declared);
        this.document = document;
        this.field = new JsonField<>(document, path, declared.type());
        this.absent = absent;
        this.hooks = hooks;
        this.accessor = declared.accessor();
    }

    /** What is known of an attribute before its document is. */
    static <M, T> AttributeDeclaration<M, T> declaration(
            Class<M> model, String attribute, Accessor accessor, String name, SqlType<T> type) {
        io.gino.schema.Column<T> column = io.gino.schema.Column.of(name, type);
        return new AttributeDeclaration<>(model, attribute, accessor, column, Optional.empty());
    }

    /** The attribute whose column is the document. */
    public ColumnAttribute<M, ?> document() {
        return document;
    }

    /** The keys that lead to the value. */
    public List<String> path() {
        return field.path();
    }

    /** Whether it lies in this document at these keys, or around or below what does. */
    boolean overlaps(ColumnAttribute<?, ?> other, List<String> path) {
        int shared = Math.min(path.size(), path().size());
        return document == other && path.subList(0, shared).equals(path().subList(0, shared));
    }

    /**
     * The value as the text that the document holds: what an index over a date or a time is made of, and what it then is
     * compared with by {@link #text(Object)}.
     */
    public Expression<String> text() {
        return new JsonField<>(document, path(), Types.TEXT);
    }

    /** The text that the document holds for a value; those of dates and times sort as they do. */
    public String text(T value) {
        JsonTree tree = JsonTree.empty();
        tree.set(path(), type(), value);
        return Objects.requireNonNull(tree.get(path(), Types.TEXT));
    }

    @Override
    public Optional<JsonField<T>> field() {
        return Optional.of(field);
    }

    @Override
    protected Expression<T> reading(JsonField<T> value) {
        return hooks.expression(value);
    }

    @Override
    public Table table() {
        return document.table();
    }

    @Override
    public ColumnOptions options() {
        return ColumnOptions.PLAIN;
    }

    @Override
    public void requireSettable() {
        document.requireSettable();
        if (!document.type().bareName().equals("jsonb")) {
            throw new StatementException("Cannot set " + this + ": it lies inside '" + document + "', which is "
                    + document.type().name() + ". Declare that jsonb, or set the whole of it.");
        }
    }

    /** The value that the instance holds in memory, after the hooks. */
    @Override
    public @Nullable T get(M instance) {
        return hooks.afterGet(instance, held(instance));
    }

    @Override
    public void set(M instance, @Nullable T value) {
        super.set(instance, hooks.beforeSet(instance, value));
    }

    /** What the hooks make of a value that is to be set. */
    public @Nullable T beforeSet(M instance, @Nullable T value) {
        return hooks.beforeSet(instance, value);
    }

    @Override
    public String toString() {
        return document + "." + String.join(".", path());
    }

    /** What memory holds. */
    @SuppressWarnings("unchecked") // the attribute's own type
    @Nullable
    T held(M instance) {
        return (@Nullable T) accessor.get(instance);
    }

    /** Whether the document tells the value, or a default does where it says nothing. */
    boolean isTold(JsonTree tree) {
        return tree.has(path()) || absent.isDeclared();
    }

    /** What the attribute is declared to be where its document says nothing. */
    JsonDefault<T> absent() {
        return absent;
    }

    @Nullable
    T read(JsonTree tree) {
        try {
            return tree.has(path()) ? tree.get(path(), type()) : absent.value();
        } catch (LoadException e) {
            throw new LoadException(
                    "Attribute '" + attribute() + "' of model " + model() + " cannot be read from key '"
                            + String.join(".", path()) + "' of column '" + document.name() + "'. " + e.getMessage(),
                    e);
        }
    }

    /** Puts what the instance holds into its document before that is inserted: what is null there is not set. */
    void insertInto(JsonTree tree, M instance) {
        T held = held(instance);
        T value = held != null || tree.has(path()) || !absent.isStored() ? held : absent.value();
        if (value != null) {
            tree.set(path(), type(), value);
        }
    }

    /** Puts what the instance holds into its document before that is stored again. */
    void updateIn(JsonTree tree, M instance) {
        T held = held(instance);
        if (held != null || tree.has(path())) {
            tree.set(path(), type(), held);
        }
    }
}
