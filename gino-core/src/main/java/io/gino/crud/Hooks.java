/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.model.ColumnAttribute;
import io.gino.model.Lifecycle;
import io.gino.model.Model;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells instances of what is done with them, when their model asks to be told. */
final class Hooks {

    private Hooks() {}

    @SuppressWarnings("unchecked") // a model that is told of itself
    static <M> M beforeCreate(M instance) {
        return instance instanceof Lifecycle ? ((Lifecycle<M>) instance).beforeCreate() : instance;
    }

    static void afterCreate(Object instance) {
        if (instance instanceof Lifecycle<?> watching) {
            watching.afterCreate();
        }
    }

    @SuppressWarnings("unchecked") // a model that is told of itself
    static <M> void beforeUpdate(M instance, Lifecycle.Changes<M> changes) {
        if (instance instanceof Lifecycle) {
            ((Lifecycle<M>) instance).beforeUpdate(changes);
        }
    }

    static void afterUpdate(Object instance) {
        if (instance instanceof Lifecycle<?> watching) {
            watching.afterUpdate();
        }
    }

    static void beforeDelete(Object instance) {
        if (instance instanceof Lifecycle<?> watching) {
            watching.beforeDelete();
        }
    }

    static void afterDelete(Object instance) {
        if (instance instanceof Lifecycle<?> watching) {
            watching.afterDelete();
        }
    }

    /** Changes of an instance's memory. Single-use. */
    static final class InMemory<M> implements Lifecycle.Changes<M> {

        private final Model<M> model;
        private final Set<ColumnAttribute<M, ?>> columns = new LinkedHashSet<>();
        private M instance;

        InMemory(Model<M> model, M instance) {
            this.model = model;
            this.instance = instance;
        }

        @Override
        public <T> InMemory<M> set(ColumnAttribute<M, T> column, @Nullable T value) {
            column.requireSettable();
            Map<ColumnAttribute<M, ?>, @Nullable Object> change = new LinkedHashMap<>();
            change.put(column, Documented.beforeSet(column, instance, value));
            instance = model.with(instance, change);
            columns.add(column);
            return this;
        }

        M instance() {
            return instance;
        }

        Set<ColumnAttribute<M, ?>> columns() {
            return columns;
        }
    }
}
