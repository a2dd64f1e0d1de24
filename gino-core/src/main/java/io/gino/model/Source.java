/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A static field or method that declares something for a model. */
sealed interface Source {

    /** The class that has it. */
    Class<?> owner();

    String name();

    /** Whether what it gives is a column. */
    boolean givesColumn();

    boolean isWithTable();

    /** What it gives for this model; empty for null. */
    Optional<Object> give(Model<?> model);

    record OfField(Field field) implements Source {

        @Override
        public Class<?> owner() {
            return field.getDeclaringClass();
        }

        @Override
        public String name() {
            return field.getName();
        }

        @Override
        public boolean givesColumn() {
            return io.gino.schema.Column.class.isAssignableFrom(field.getType());
        }

        @Override
        public boolean isWithTable() {
            return false;
        }

        @Override
        public Optional<Object> give(Model<?> model) {
            try {
                field.setAccessible(true);
                return Optional.ofNullable((@Nullable Object) field.get(null));
            } catch (IllegalAccessException e) {
                throw new SchemaException("Cannot read " + this + ".", e);
            }
        }

        @Override
        public String toString() {
            return owner().getSimpleName() + "." + name();
        }
    }

    record OfMethod(Method method, boolean isWithTable) implements Source {

        @Override
        public Class<?> owner() {
            return method.getDeclaringClass();
        }

        @Override
        public String name() {
            return method.getName();
        }

        @Override
        public boolean givesColumn() {
            return io.gino.schema.Column.class.isAssignableFrom(method.getReturnType());
        }

        @Override
        public Optional<Object> give(Model<?> model) {
            try {
                method.setAccessible(true);
                Object given = method.invoke(null, model);
                return given instanceof Optional<?> optional
                        ? optional.map(value -> value)
                        : Optional.ofNullable(given);
            } catch (InvocationTargetException e) {
                throw failed(model, e.getCause() == null ? e : e.getCause());
            } catch (IllegalAccessException e) {
                throw new SchemaException("Cannot call " + this + ".", e);
            }
        }

        private SchemaException failed(Model<?> model, Throwable cause) {
            return new SchemaException(this + " failed for model " + model + ": " + cause.getMessage(), cause);
        }

        @Override
        public String toString() {
            return owner().getSimpleName() + "." + name() + "(Model)";
        }
    }
}
