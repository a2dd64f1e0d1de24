/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import org.jspecify.annotations.Nullable;

/**
 * What an instance holds: a column's value, or a value object of several.
 *
 * @param javaType its class as the instance declares it
 */
record Attribute(String name, Class<?> javaType, boolean isFinal, Accessor accessor, Slot slot) {

    /** Where the attribute's value comes from when a row is read. */
    sealed interface Slot {

        boolean has(Instantiator.Values values);

        @Nullable
        Object get(Instantiator.Values values);
    }

    /** @param position the column's in the model */
    record OfColumn(int position) implements Slot {

        @Override
        public boolean has(Instantiator.Values values) {
            return values.has(position);
        }

        @Override
        public @Nullable Object get(Instantiator.Values values) {
            return values.get(position);
        }
    }

    /** @param attribute which of the model's attributes inside documents */
    record OfDocument(int attribute) implements Slot {

        @Override
        public boolean has(Instantiator.Values values) {
            return values.hasInside(attribute);
        }

        @Override
        public @Nullable Object get(Instantiator.Values values) {
            return values.inside(attribute);
        }
    }

    /** A value object, from the columns that are its attributes. */
    record OfEmbedded(Embeddable embeddable) implements Slot {

        @Override
        public boolean has(Instantiator.Values values) {
            return embeddable.has(values);
        }

        @Override
        public @Nullable Object get(Instantiator.Values values) {
            return embeddable.read(values);
        }
    }

    /** No column: a record's component that stays empty. */
    enum Absent implements Slot {
        ABSENT;

        @Override
        public boolean has(Instantiator.Values values) {
            return false;
        }

        @Override
        public @Nullable Object get(Instantiator.Values values) {
            return null;
        }
    }
}
