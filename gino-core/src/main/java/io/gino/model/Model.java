/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.schema.EnumType;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Identifier;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class or record as a table: its columns, and how instances are made and read. There is one model for a class,
 * whoever asks, so that {@code User_.email} and {@code db.model(User.class).column("email")} are the same column.
 *
 * @param <M> the class or record
 * @since 0.1.0
 */
public final class Model<M> implements Iterable<ColumnAttribute<M, ?>> {

    private static final ClassValue<Model<?>> MODELS = new ClassValue<>() {
        @Override
        protected Model<?> computeValue(Class<?> type) {
            return declare(type);
        }
    };

    /** What a declaration gives a model beside its columns. */
    record Parts<M>(
            Table table,
            Instances<M> instances,
            List<Attribute> attributes,
            List<EnumType<?>> enumTypes,
            Optional<ColumnAttribute<M, ?>> version) {}

    private final Class<M> type;
    private final Attributes<M> attributes;
    private @Nullable Parts<M> parts;
    private Map<String, Object> declared = Map.of();
    private volatile WeakReference<MetaData> metadata = new WeakReference<>(null);

    private Model(Class<M> type) {
        this.type = type;
        this.attributes = new Attributes<>(type);
    }

    private static <M> Model<M> declare(Class<M> type) {
        Model<M> model = new Model<>(type);
        ModelKind.of(type).declare(type, model);
        return model;
    }

    /** The columns so far, to add to while the model is being declared. */
    List<ColumnAttribute<M, ?>> undeclaredColumns() {
        return attributes.undeclared();
    }

    /** What comes with the table; from now on the columns are those that there are. */
    void complete(Parts<M> completed) {
        parts = completed;
        attributes.complete(completed.table());
    }

    void complete(Documents<M> completed) {
        attributes.complete(completed);
    }

    void complete(Map<String, Object> values) {
        declared = Map.copyOf(values);
    }

    private Parts<M> parts() {
        if (parts == null) {
            throw new SchemaException(
                    "Model " + this + " is still being declared and has no table yet. What needs it is"
                            + " declared by @DeclaredAttr(withTable = true).");
        }
        return parts;
    }

    /** Whether the instances of a class are rows of a table: annotated {@link GinoModel}, and not abstract. */
    public static boolean isConcrete(Class<?> type) {
        return ModelKind.of(type).isConcrete();
    }

    /** The model whose own table this is; empty for a table of no model. */
    public static Optional<Model<?>> of(Table table) {
        return table.columns().stream()
                .filter(ColumnAttribute.class::isInstance)
                .<Model<?>>map(column -> ((ColumnAttribute<?, ?>) column).model())
                .findFirst();
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
        return parts().table();
    }

    /** The metadata that the table was declared in last; empty when that is gone or there was none. */
    public Optional<MetaData> metadata() {
        return Optional.ofNullable(metadata.get());
    }

    void declaredIn(MetaData declaredIn) {
        metadata = new WeakReference<>(declaredIn);
    }

    /**
     * What a {@link DeclaredAttr} method declared that is neither a column nor anything else of the table.
     *
     * @param name the method's
     * @throws SchemaException when it is of another class
     */
    public <V> Optional<V> declared(String name, Class<V> valueType) {
        Object value = declared.get(name);
        if (value != null && !valueType.isInstance(value)) {
            throw new SchemaException("What '" + name + "' of model " + this + " declares is a "
                    + value.getClass().getSimpleName() + ", not a " + valueType.getSimpleName() + ".");
        }
        return Optional.ofNullable(value).map(valueType::cast);
    }

    /** The columns' names by those of their attributes. */
    public InvertDict<String, String> columnNames() {
        return attributes.columnNames();
    }

    /** The attributes that are columns, in the order of their declaration. */
    public List<ColumnAttribute<M, ?>> columns() {
        return parts == null ? List.copyOf(attributes.columns()) : attributes.columns();
    }

    /** The attributes that lie inside JSON documents, which are no columns. */
    public Documents<M> documents() {
        return attributes.documents();
    }

    List<Attribute> attributes() {
        return parts().attributes();
    }

    @Override
    public Iterator<ColumnAttribute<M, ?>> iterator() {
        return columns().iterator();
    }

    /**
     * The column of an attribute, by the attribute's name in Java.
     *
     * @throws SchemaException when there is no such attribute
     */
    public ColumnAttribute<M, ?> column(String attribute) {
        return attributes.named(attribute);
    }

    /**
     * The column of an attribute of this Java type; primitives go by their wrapper's class.
     *
     * @throws SchemaException when there is no such attribute, or it has another type
     */
    public <T> ColumnAttribute<M, T> column(String attribute, Class<T> attributeType) {
        return attributes.named(attribute, attributeType);
    }

    /** The column of an attribute whose type the caller knows; what generated code uses. */
    @SuppressWarnings("unchecked") // the processor read the type off the attribute itself
    public <T> ColumnAttribute<M, T> attribute(String attribute) {
        return (ColumnAttribute<M, T>) column(attribute);
    }

    /**
     * An attribute inside a JSON document, whose type the caller knows; what generated code uses.
     *
     * @throws SchemaException when there is no such attribute, or it is a column
     */
    @SuppressWarnings("unchecked") // the processor read the type off the attribute itself
    public <T> DocumentAttribute<M, T> inside(String attribute) {
        return (DocumentAttribute<M, T>) attributes.inside(attribute);
    }

    /**
     * The attributes of the primary key in its order; none when the table has no key, or the model lacks a column of it
     * and so cannot tell one row from another.
     */
    public List<ColumnAttribute<M, ?>> key() {
        return attributes.key();
    }

    /**
     * The values of a primary key in its order that an object holds: the value object that instances have for it, or a
     * record with components of its attributes' names. Empty when the object is a value itself.
     */
    public Optional<List<@Nullable Object>> keyValues(Object key) {
        return new KeyObject(this, key).values();
    }

    /** The attribute that counts the changes of a row, for optimistic locking. */
    public Optional<ColumnAttribute<M, ?>> version() {
        return parts().version();
    }

    /** The enum types of PostgreSQL's own that the table's columns need. */
    List<EnumType<?>> enumTypes() {
        return parts().enumTypes();
    }

    /** The table under another name. */
    public ModelAlias<M> as(String alias) {
        return new ModelAlias<>(this, Identifier.of(alias));
    }

    /** Whether instances are changed by setting attributes; records are not, they are made anew. */
    public boolean isMutable() {
        return parts().instances().isMutable();
    }

    /**
     * A new instance with these values; what is not given stays as the constructor leaves it.
     *
     * @param values by attribute
     * @throws SchemaException when there is no such attribute
     */
    public M newInstance(Map<String, ?> values) {
        return parts().instances().of(this, values);
    }

    /** Sets an attribute of an instance to a value that fits it. */
    void set(M instance, String attribute, @Nullable Object value) {
        column(attribute).convert(instance, value);
    }

    /**
     * An instance of the row that is being read.
     *
     * @param positions for each of {@link #columns()} where the row has it; -1 where it does not, and the attribute stays
     *     as the constructor leaves it
     */
    public M read(Cells cells, int[] positions) {
        return parts().instances().read(cells, positions);
    }

    /**
     * The instance with the values of the row that is being read: itself, changed; a record, which cannot change, made
     * anew.
     *
     * @param positions as for {@link #read}; an attribute that the row does not have stays as it is
     */
    public M refresh(M instance, Cells cells, int[] positions) {
        return parts().instances().refresh(instance, cells, positions);
    }

    /** For each column where it stands in a result; -1 where it is not there. */
    public int[] positions(RowColumns selected) {
        List<ColumnAttribute<M, ?>> columns = attributes.columns();
        int[] positions = new int[columns.size()];
        Arrays.setAll(positions, i -> selected.find(columns.get(i)));
        return positions;
    }

    /**
     * The instance with other values in its memory: itself, changed; a record, which cannot change, made anew.
     *
     * @param changes the new values; null is NULL
     */
    public M with(M instance, Map<ColumnAttribute<M, ?>, @Nullable Object> changes) {
        return parts().instances().with(instance, changes);
    }

    /**
     * The values that the instance holds, by the names of its attributes in their order; those inside a document stand for
     * the document.
     */
    public Map<String, @Nullable Object> toMap(M instance) {
        return attributes.values(instance);
    }

    /** Another instance that holds the same values. */
    public M copy(M instance) {
        return parts().instances().copy(instance);
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
