package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.schema.EnumType;
import io.gino.schema.Table;
import io.gino.sql.Identifier;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class or record as a table: its columns, and how instances are made and read. There is one model for a class,
 * whoever asks, so that {@code User_.email} and {@code db.model(User.class).column("email")} are the same column.
 *
 * @param <M> the class or record
 */
public final class Model<M> implements Iterable<ColumnAttribute<M, ?>> {

    private static final ClassValue<Model<?>> MODELS = new ClassValue<>() {
        @Override
        protected Model<?> computeValue(Class<?> type) {
            return new ModelDeclaration<>(type).declare();
        }
    };

    private final Class<M> type;
    private final Table table;
    private final List<ColumnAttribute<M, ?>> columns;
    private final Map<String, ColumnAttribute<M, ?>> columnsByAttribute = new LinkedHashMap<>();
    private final Instantiator<M> instantiator;
    private final List<EnumType<?>> enumTypes;
    private final Optional<ColumnAttribute<M, ?>> version;

    Model(
            Class<M> type,
            Table table,
            List<ColumnAttribute<M, ?>> columns,
            Instantiator<M> instantiator,
            List<EnumType<?>> enumTypes,
            @Nullable ColumnAttribute<M, ?> version) {
        this.type = type;
        this.table = table;
        this.columns = List.copyOf(columns);
        columns.forEach(column -> columnsByAttribute.put(column.attribute(), column));
        this.instantiator = instantiator;
        this.enumTypes = List.copyOf(enumTypes);
        this.version = Optional.ofNullable(version);
    }

    /**
     * The model of an annotated class or record.
     *
     * @throws SchemaException when the class cannot be a model as declared; the message says why and what to do
     */
    @SuppressWarnings("unchecked") // the model of a class is of that class
    public static <M> Model<M> of(Class<M> type) {
        return (Model<M>) MODELS.get(type);
    }

    public Class<M> type() {
        return type;
    }

    public Table table() {
        return table;
    }

    /** The attributes that are columns, in the order of their declaration. */
    public List<ColumnAttribute<M, ?>> columns() {
        return columns;
    }

    @Override
    public Iterator<ColumnAttribute<M, ?>> iterator() {
        return columns.iterator();
    }

    /**
     * The column of an attribute, by the attribute's name in Java.
     *
     * @throws SchemaException when there is no such attribute
     */
    public ColumnAttribute<M, ?> column(String attribute) {
        ColumnAttribute<M, ?> column = columnsByAttribute.get(attribute);
        if (column == null) {
            throw new SchemaException("Model " + type.getSimpleName() + " has no attribute '" + attribute + "'. "
                    + Wording.didYouMean(attribute, columnsByAttribute.keySet()));
        }
        return column;
    }

    /**
     * The column of an attribute of this Java type; primitives go by their wrapper's class.
     *
     * @throws SchemaException when there is no such attribute, or it has another type
     */
    @SuppressWarnings("unchecked") // checked by its Java class
    public <T> ColumnAttribute<M, T> column(String attribute, Class<T> attributeType) {
        ColumnAttribute<M, ?> column = column(attribute);
        if (column.type().javaType() != attributeType) {
            throw new SchemaException("Attribute '" + attribute + "' of model " + type.getSimpleName() + " is a "
                    + column.type().javaType().getSimpleName() + ", not a " + attributeType.getSimpleName() + ".");
        }
        return (ColumnAttribute<M, T>) column;
    }

    /** The column of an attribute whose type the caller knows; what generated code uses. */
    @SuppressWarnings("unchecked") // the processor read the type off the attribute itself
    public <T> ColumnAttribute<M, T> attribute(String attribute) {
        return (ColumnAttribute<M, T>) column(attribute);
    }

    /** The attributes of the primary key in its order; none when the model has no key. */
    public List<ColumnAttribute<M, ?>> key() {
        return columns.stream().filter(ColumnAttribute::isPrimaryKey).toList();
    }

    /** The attribute that counts the changes of a row, for optimistic locking. */
    public Optional<ColumnAttribute<M, ?>> version() {
        return version;
    }

    /** The enum types of PostgreSQL's own that the table's columns need. */
    List<EnumType<?>> enumTypes() {
        return enumTypes;
    }

    /** The table under another name. */
    public ModelAlias<M> as(String alias) {
        return new ModelAlias<>(this, Identifier.of(alias));
    }

    /** Whether instances are changed by setting attributes; records are not, they are made anew. */
    public boolean isMutable() {
        return instantiator.isMutable();
    }

    /**
     * An instance of the row that is being read.
     *
     * @param positions for each of {@link #columns()} where the row has it; -1 where it does not, and the attribute stays
     *     as the constructor leaves it
     */
    public M read(Cells cells, int[] positions) {
        return instantiator.newInstance(new Instantiator.Values() {
            @Override
            public boolean has(int column) {
                return positions[column] >= 0;
            }

            @Override
            public @Nullable Object get(int column) {
                return cells.get(positions[column], columns.get(column).type());
            }
        });
    }

    /**
     * The instance with the values of the row that is being read: itself, changed; a record, which cannot change, made
     * anew.
     *
     * @param positions as for {@link #read}; an attribute that the row does not have stays as it is
     */
    public M refresh(M instance, Cells cells, int[] positions) {
        Map<ColumnAttribute<M, ?>, @Nullable Object> changes = new LinkedHashMap<>();
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                changes.put(
                        columns.get(i), cells.get(positions[i], columns.get(i).type()));
            }
        }
        return with(instance, changes);
    }

    /** For each column where it stands in a result; -1 where it is not there. */
    public int[] positions(RowColumns selected) {
        return columns.stream().mapToInt(selected::find).toArray();
    }

    /**
     * The instance with other values in its memory: itself, changed; a record, which cannot change, made anew.
     *
     * @param changes the new values; null is NULL
     */
    public M with(M instance, Map<ColumnAttribute<M, ?>, @Nullable Object> changes) {
        if (instantiator.isMutable()) {
            changes.forEach((column, value) -> column.put(instance, value));
            return instance;
        }
        return instantiator.newInstance(new Instantiator.Values() {
            @Override
            public boolean has(int column) {
                return true;
            }

            @Override
            public @Nullable Object get(int column) {
                ColumnAttribute<M, ?> attribute = columns.get(column);
                return changes.containsKey(attribute) ? changes.get(attribute) : attribute.get(instance);
            }
        });
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
