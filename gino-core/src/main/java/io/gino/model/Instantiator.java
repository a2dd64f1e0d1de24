/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.LoadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes instances of a class from the values of columns: calls its constructor, and sets what that does not take. */
final class Instantiator<M> {

    /** Where the values come from, by the position of the column in the model. */
    interface Values {

        /** Whether there is a value, be it NULL; without one the attribute stays as the constructor leaves it. */
        boolean has(int column);

        @Nullable
        Object get(int column);

        /** Whether anything is said of an attribute inside a document, be it that it is not there. */
        default boolean tells(int attribute) {
            return false;
        }

        /** Whether there is a value for an attribute inside a document. */
        default boolean hasInside(int attribute) {
            return false;
        }

        default @Nullable Object inside(int attribute) {
            return null;
        }
    }

    private static final @Nullable Object[] NOTHING = {};

    private static final Values NO_VALUES = new Values() {
        @Override
        public boolean has(int column) {
            return false;
        }

        @Override
        public @Nullable Object get(int column) {
            return null;
        }
    };

    private final Class<M> type;
    private final Maker maker;
    private final Attribute.Slot[] arguments;
    private final Attribute[] rest;
    private final boolean mutable;

    private Instantiator(Class<M> type, Maker maker, List<Attribute> attributes) {
        this.type = type;
        this.maker = maker;
        this.arguments = maker.arguments().toArray(new Attribute.Slot[0]);
        List<Attribute> untaken = new ArrayList<>();
        boolean anyFinal = false;
        for (Attribute attribute : attributes) {
            if (!maker.takes(attribute.slot())) {
                untaken.add(attribute);
            }
            anyFinal |= attribute.isFinal();
        }
        this.rest = untaken.toArray(new Attribute[0]);
        this.mutable = !type.isRecord() && !anyFinal;
    }

    /** @throws io.gino.error.SchemaException when no constructor fits */
    static <M> Instantiator<M> of(Class<M> type, List<Attribute> attributes) {
        return new Instantiator<>(type, Maker.of(type, attributes), attributes);
    }

    /** Whether instances are changed by setting attributes; else they are made anew. */
    boolean isMutable() {
        return mutable;
    }

    @SuppressWarnings("unchecked") // the constructor's own class
    M newInstance(Values values) {
        @Nullable Object[] given = arguments(values);
        Object instance;
        try {
            instance = (Object) maker.constructor().invokeExact(given);
        } catch (Throwable e) {
            String kind = type.isRecord() ? "record " : "";
            throw new LoadException("The constructor of " + kind + type.getSimpleName() + " failed: " + e, e);
        }
        for (Attribute attribute : rest) {
            if (attribute.slot().has(values)) {
                attribute.accessor().set(instance, attribute.slot().get(values));
            }
        }
        return (M) instance;
    }

    /** An instance as a constructor without arguments leaves it; empty where there is none. */
    Optional<M> blank() {
        return arguments.length > 0 ? Optional.empty() : Optional.of(newInstance(NO_VALUES));
    }

    private @Nullable Object[] arguments(Values values) {
        if (arguments.length == 0) {
            return NOTHING;
        }
        @Nullable Object[] given = new @Nullable Object[arguments.length];
        for (int i = 0; i < given.length; i++) {
            Object value = arguments[i].has(values) ? arguments[i].get(values) : null;
            given[i] = value == null ? maker.zero(i) : value;
        }
        return given;
    }
}
