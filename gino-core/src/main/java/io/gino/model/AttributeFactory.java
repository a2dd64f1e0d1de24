/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

/**
 * Makes the columns of a model that names it, {@code @GinoModel(value = "users", attributes = MyFactory.class)}: with a
 * subclass of {@link ColumnAttribute} it changes how attributes are read and set. It needs a constructor without
 * arguments.
 *
 * @since 0.1.0
 */
public interface AttributeFactory {

    <M, T> ColumnAttribute<M, T> attribute(AttributeDeclaration<M, T> declared);

    /** What makes the columns when nothing else is said. */
    final class Plain implements AttributeFactory {

        @Override
        public <M, T> ColumnAttribute<M, T> attribute(AttributeDeclaration<M, T> declared) {
            return new ColumnAttribute<>(declared);
        }
    }
}
