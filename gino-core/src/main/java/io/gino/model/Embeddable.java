/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The class of a value object in one place of one model: which columns its attributes are. */
final class Embeddable {

    private final Map<Integer, Accessor> accessorsByPosition = new HashMap<>();
    private List<Attribute> attributes = new ArrayList<>();
    private @Nullable Instantiator<?> instantiator;

    /** Takes in a column by its position in the model; the accessor goes from the value object. */
    void add(int position, Accessor accessor) {
        accessorsByPosition.put(position, accessor);
    }

    boolean hasColumn(int position) {
        return accessorsByPosition.containsKey(position);
    }

    void complete(Class<?> type, List<Attribute> read) {
        attributes = List.copyOf(read);
        instantiator = Instantiator.of(type, attributes);
    }

    private Instantiator<?> instantiator() {
        if (instantiator == null) {
            throw new IllegalStateException("The value object is still being declared.");
        }
        return instantiator;
    }

    @Nullable
    Object get(Object embedded, int position) {
        return accessor(position).get(embedded);
    }

    private Accessor accessor(int position) {
        return java.util.Objects.requireNonNull(accessorsByPosition.get(position));
    }

    /** The value object with another value: itself, changed; made anew where it cannot change or is not there. */
    Object with(@Nullable Object embedded, int position, @Nullable Object value) {
        if (embedded != null && instantiator().isMutable()) {
            accessor(position).set(embedded, value);
            return embedded;
        }
        return instantiator().newInstance(new Instantiator.Values() {
            @Override
            public boolean has(int column) {
                return column == position || embedded != null;
            }

            @Override
            public @Nullable Object get(int column) {
                return column == position || embedded == null
                        ? value
                        : accessor(column).get(embedded);
            }
        });
    }

    boolean has(Instantiator.Values values) {
        return attributes.stream().anyMatch(attribute -> attribute.slot().has(values));
    }

    /** The value object of a row; none when all its columns are NULL. */
    @Nullable
    Object read(Instantiator.Values values) {
        for (Attribute attribute : attributes) {
            if (attribute.slot().has(values) && attribute.slot().get(values) != null) {
                return instantiator().newInstance(values);
            }
        }
        return null;
    }
}
