/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.StatementException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A primary key as an object: the value object that instances hold for it, or a record with its attributes. */
record KeyObject(Model<?> model, Object object) {

    /** The values in the order of the key; empty when the object is the value of a key of one column. */
    Optional<List<@Nullable Object>> values() {
        boolean isValue =
                model.key().size() == 1 && model.key().get(0).type().javaType().isInstance(object);
        return isValue ? Optional.empty() : embedded().or(this::ofRecord);
    }

    private Optional<List<@Nullable Object>> embedded() {
        return model.attributes().stream()
                .filter(attribute -> attribute.javaType().isInstance(object))
                .filter(attribute -> attribute.slot() instanceof Attribute.OfEmbedded)
                .map(attribute -> ((Attribute.OfEmbedded) attribute.slot()).embeddable())
                .filter(embeddable -> positions().stream().allMatch(embeddable::hasColumn))
                .findFirst()
                .map(this::values);
    }

    private List<@Nullable Object> values(Embeddable embeddable) {
        List<@Nullable Object> values = new ArrayList<>();
        positions().forEach(position -> values.add(embeddable.get(object, position)));
        return values;
    }

    private List<Integer> positions() {
        return model.key().stream()
                .map(column -> model.columns().indexOf(column))
                .toList();
    }

    private Optional<List<@Nullable Object>> ofRecord() {
        return Optional.ofNullable(object.getClass().getRecordComponents()).map(this::ofComponents);
    }

    private List<@Nullable Object> ofComponents(RecordComponent[] components) {
        List<@Nullable Object> values = new ArrayList<>();
        for (ColumnAttribute<?, ?> column : model.key()) {
            String name = column.attribute().substring(column.attribute().lastIndexOf('.') + 1);
            RecordComponent named = Arrays.stream(components)
                    .filter(component -> component.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unfit(components));
            values.add(value(named));
        }
        if (components.length != values.size()) {
            throw unfit(components);
        }
        return values;
    }

    private @Nullable Object value(RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(object);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new StatementException(
                    "Cannot read component '" + component.getName() + "' of key " + object + ".", e);
        }
    }

    private StatementException unfit(RecordComponent[] components) {
        return new StatementException("A " + object.getClass().getSimpleName() + " is no key of model " + model
                + ", which needs: "
                + model.key().stream().map(ColumnAttribute::attribute).collect(Collectors.joining(", "))
                + ". It has: "
                + Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", ")) + ".");
    }
}
