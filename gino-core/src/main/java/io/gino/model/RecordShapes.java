/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.LoadException;
import io.gino.error.Wording;
import io.gino.row.RowColumns;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which columns a record is made of, for each shape of result that it has been made of, looked at once. Thread-safe. */
final class RecordShapes {

    /** How many shapes of one record are kept; those beyond are looked at each time. */
    private static final int KEPT = 100;

    private static final ClassValue<RecordShapes> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShapes computeValue(Class<?> target) {
            return new RecordShapes(target);
        }
    };

    private final Class<?> target;
    private final RecordComponent[] components;
    private final Map<List<Object>, List<Source>> sourcesByShape = new ConcurrentHashMap<>();

    private RecordShapes(Class<?> target) {
        this.target = target;
        this.components = target.getRecordComponents();
    }

    /** Where a component comes from. */
    record Source(String component, boolean isPrimitive, String column, int position, SqlType<?> type) {}

    static RecordShapes of(Class<?> target) {
        return SHAPES.get(target);
    }

    /**
     * The columns of the components, in their order.
     *
     * @throws LoadException when a component has no column, or one of another type
     */
    List<Source> fitting(RowColumns columns) {
        List<Object> shape = new ArrayList<>(columns.names());
        for (int i = 0; i < columns.size(); i++) {
            shape.add(columns.type(i));
        }
        List<Source> known = sourcesByShape.get(shape);
        if (known != null) {
            return known;
        }
        List<Source> sources = new ArrayList<>();
        for (RecordComponent component : components) {
            sources.add(source(component, columns));
        }
        if (sourcesByShape.size() < KEPT) {
            sourcesByShape.put(shape, sources);
        }
        return sources;
    }

    private Source source(RecordComponent component, RowColumns columns) {
        int position = position(component, columns);
        String column = columns.names().get(position);
        return new Source(
                component.getName(),
                component.getType().isPrimitive(),
                column,
                position,
                type(component, column, columns.type(position)));
    }

    private int position(RecordComponent component, RowColumns columns) {
        List<String> names = columns.names();
        int exact = names.indexOf(component.getName());
        int position = exact >= 0 ? exact : names.indexOf(SnakeCase.of(component.getName()));
        if (position < 0) {
            throw new LoadException("Cannot build " + target.getSimpleName() + ": no column for component '"
                    + component.getName() + "'. " + Wording.didYouMean(component.getName(), names));
        }
        return position;
    }

    /** The column's own type where it gives what the component takes, else the component's, where that can read it. */
    private SqlType<?> type(RecordComponent component, String name, SqlType<?> column) {
        Class<?> wanted = AttributeTypes.boxed(component.getType());
        boolean isKnown = !column.name().equals(Types.UNKNOWN.name());
        boolean gives = wanted.isAssignableFrom(column.javaType());
        if (gives && isKnown) {
            return column;
        }
        boolean document = column.javaType() == Json.class;
        return AttributeTypes.of(component.getGenericType(), document ? column.name() : "")
                .filter(type -> document || !isKnown || canRead(type, column))
                .or(() -> gives ? Optional.of(column) : Optional.empty())
                .orElseThrow(() -> new LoadException("Cannot build " + target.getSimpleName() + ": component '"
                        + component.getName() + "' is a " + wanted.getSimpleName() + ", and its column '" + name
                        + "' is of type " + column.name() + " ("
                        + column.javaType().getSimpleName()
                        + " in Java). Give the component that type, or cast the column: cast(…)."));
    }

    private static boolean canRead(SqlType<?> type, SqlType<?> column) {
        boolean numbers =
                Number.class.isAssignableFrom(type.javaType()) && Number.class.isAssignableFrom(column.javaType());
        boolean constants = type.javaType().isEnum() && column.javaType() == String.class;
        return numbers || constants || type.name().equals(column.name());
    }
}
