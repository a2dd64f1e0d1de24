/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import io.gino.error.StatementException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How values of one Java type travel to and from one PostgreSQL type. The constants are in {@link Types}; a value object
 * gets its own by {@link #map}.
 *
 * @param <T> the Java type that users see
 * @since 0.1.0
 */
@SuppressWarnings("unchecked") // the functions are made together with the type, and fit it
public final class SqlType<T> {

    private static final Function<Object, Object> UNCHANGED = Function.identity();

    private final String name;
    private final String bareName;
    private final Class<?> javaType;
    private final Supplier<? extends Wire<?>> source;
    private final Function<Object, Object> toBase;
    private final Function<Object, Object> fromBase;
    private final boolean isArray;
    /** The type of the elements, when values are lists of them. */
    private final @Nullable SqlType<?> element;

    // What threads make of these at the same time is the same.
    private @Nullable Wire<Object> wire;
    private @Nullable SqlType<List<T>> array;
    /** The decoder that was asked for last; columns seldom differ in what they are read from. */
    private @Nullable Decoding<T> decoding;

    private SqlType(
            String name,
            Class<?> javaType,
            Supplier<? extends Wire<?>> source,
            Function<Object, Object> toBase,
            Function<Object, Object> fromBase,
            boolean isArray,
            @Nullable SqlType<?> element) {
        this.name = name;
        this.bareName = TypeName.bare(name);
        this.javaType = javaType;
        this.source = source;
        this.toBase = toBase;
        this.fromBase = fromBase;
        this.isArray = isArray;
        this.element = element;
    }

    /** A type whose Java values the driver takes and gives as they are. */
    public static <T> SqlType<T> of(String name, Class<T> javaType) {
        return of(name, Wire.driver(javaType, text -> {
            throw new LoadException("A value of type " + name + " cannot be read from text.");
        }));
    }

    /** A type with the wire of its Java class. */
    static <B> SqlType<B> of(String name, Wire<B> wire) {
        return of(name, wire.base(), () -> wire);
    }

    /** A type whose wire is made when it is needed. */
    static <B> SqlType<B> of(String name, Class<? super B> javaType, Supplier<? extends Wire<?>> source) {
        return new SqlType<>(name, javaType, source, UNCHANGED, UNCHANGED, false, null);
    }

    /** The type's name as DDL and casts spell it, such as {@code numeric(10,2)}. */
    public String name() {
        return name;
    }

    /** The type's name without length or precision, for casts that must not cut values. */
    public String bareName() {
        return bareName;
    }

    /** The class of {@code T}, without its type arguments. */
    public Class<?> javaType() {
        return javaType;
    }

    private Wire<Object> known() {
        Wire<Object> known = wire;
        if (known == null) {
            known = (Wire<Object>) source.get();
            wire = known;
        }
        return known;
    }

    /** The class in which values pass to the driver, and NULL of this type. */
    public Class<?> wire() {
        return known().bound();
    }

    /** Whether values go to PostgreSQL as text, so that their place in the SQL must say the type: {@code $1::inet}. */
    public boolean needsCast() {
        return known().cast();
    }

    /** Whether values are read from the text that PostgreSQL prints, rather than from a {@link #wire()} of the driver. */
    public boolean readAsText() {
        return known().readAsText();
    }

    /** Whether this is one of PostgreSQL's arrays; {@code bytea} is none. */
    public boolean isArray() {
        return isArray;
    }

    /** This type under another PostgreSQL name: a domain, or one with a length. */
    public SqlType<T> named(String otherName) {
        return new SqlType<>(otherName, javaType, source, toBase, fromBase, isArray, element);
    }

    /**
     * The same PostgreSQL type for another Java type, a value object say; NULL passes both functions by.
     *
     * @param read makes the value object from what the database holds
     * @param write gives back what the database is to hold
     */
    public <V> SqlType<V> map(Class<? super V> valueType, Function<? super T, V> read, Function<? super V, T> write) {
        return new SqlType<>(
                name,
                valueType,
                source,
                value -> toBase.apply(Objects.requireNonNull(write.apply((V) value))),
                value -> Objects.requireNonNull(read.apply((T) fromBase.apply(value))),
                isArray,
                null);
    }

    /** PostgreSQL's array of this type; elements may be null. Of an array, the array of one dimension more. */
    public SqlType<List<T>> array() {
        SqlType<List<T>> made = array;
        if (made == null) {
            made = new SqlType<>(name + "[]", List.class, () -> ArrayText.wire(this), UNCHANGED, UNCHANGED, true, this);
            array = made;
        }
        return made;
    }

    /** Whether values are sent as text in an array of rows: unnest would take arrays and composite values apart. */
    public boolean goesAsTextInRows() {
        return isArray() || needsCast();
    }

    /** This type with its values written as text, for where {@link #goesAsTextInRows} holds. */
    public SqlType<T> asText() {
        Function<String, Object> never = text -> {
            throw new StatementException("This type is written only, never read.");
        };
        Wire<Object> known = known();
        Wire<Object> text =
                new Wire<>(known.base(), String.class, false, true, known.print()::apply, known.print(), never);
        return new SqlType<>("text", javaType, () -> text, toBase, fromBase, false, null);
    }

    /** What the driver is given for {@code value}; null stays null. */
    public @Nullable Object write(@Nullable T value) {
        return value == null ? null : known().write().apply(base(value));
    }

    /** The value as the text that PostgreSQL reads it from. */
    public String print(T value) {
        return known().print().apply(base(value));
    }

    /** A JSON document passes as it is, whatever Java type is written as one. */
    private Object base(Object value) {
        return isDocument(value) && !javaType.isInstance(value) ? value : toBase.apply(value);
    }

    private boolean isDocument(Object value) {
        return value instanceof Json && known().base().equals(Json.class);
    }

    /** The value for what the driver gave: text, or a {@link #wire()}; null stays null. */
    public @Nullable T read(@Nullable Object wireValue) {
        if (wireValue == null) {
            return null;
        }
        Object base = wireValue instanceof String text ? known().parse().apply(text) : wireValue;
        return (T) fromBase.apply(base);
    }

    /**
     * How values come out of the bytes of a column; empty where only the driver knows.
     *
     * @param number the number that PostgreSQL gives the type of the column
     * @param isBinary whether the bytes are PostgreSQL's binary form of the value rather than its text
     */
    public Optional<Decoder<T>> decoder(int number, boolean isBinary) {
        Decoding<T> last = decoding;
        if (last == null || last.number() != number || last.isBinary() != isBinary) {
            last = new Decoding<>(number, isBinary, Optional.ofNullable(decoderOf(number, isBinary)));
            decoding = last;
        }
        return last.decoder();
    }

    private @Nullable Decoder<T> decoderOf(int number, boolean isBinary) {
        if (isBinary && isArray) {
            return element == null ? null : (bytes, from, to) -> (T) BinaryArray.decode(bytes, from, this);
        }
        Decoder<?> base = isBinary ? Decoders.ofBinary(known().base(), number) : Decoders.ofText(known(), number);
        if (base == null || fromBase == UNCHANGED) {
            return (Decoder<T>) base;
        }
        return (bytes, from, to) -> (T) fromBase.apply(base.decode(bytes, from, to));
    }

    /** How values are written in PostgreSQL's binary form; empty where they go as text only. */
    public Optional<Encoder<T>> encoder() {
        Encoder<Object> written = (Encoder<Object>) Encoders.of(name, known().base());
        return written == null ? Optional.empty() : Optional.of(written.of(value -> base(value)));
    }

    /** The type of the elements of an array of PostgreSQL's. */
    Optional<SqlType<?>> element() {
        return Optional.ofNullable(element);
    }

    /**
     * {@code value} as what can be written as a {@code T}: for documents a {@link Json} as it is, with all that its Java
     * type has no place for, and else what {@link #convert} makes of it.
     */
    public T writable(Object value) {
        return isDocument(value) ? (T) value : convert(value);
    }

    /**
     * {@code value} as a {@code T}: itself, or for number types the equal number, or what {@link #map} makes of it.
     *
     * @throws StatementException when it is of another kind, or would lose digits
     */
    public T convert(Object value) {
        if (javaType.isInstance(value)) {
            return (T) (element != null && value instanceof List<?> list ? element.convertAll(list) : value);
        } else if (value instanceof Number number && Number.class.isAssignableFrom(javaType)) {
            return (T) Numbers.exactly(number, javaType, name);
        } else if (known().base().isInstance(value)) {
            return (T) fromBase.apply(value);
        } else if (value instanceof String text && known().cast()) {
            return (T) fromBase.apply(known().parse().apply(text));
        }
        throw new StatementException("A value of type " + name + " is a " + javaType.getSimpleName()
                + " in Java; got a " + value.getClass().getName() + ".");
    }

    /** The list itself, when its elements are what they should be already. */
    private List<?> convertAll(List<?> values) {
        boolean fit = element == null;
        for (Object value : values) {
            fit &= value == null || javaType.isInstance(value);
        }
        if (fit) {
            return values;
        }
        List<@Nullable Object> converted = new ArrayList<>(values.size());
        for (Object value : values) {
            converted.add(value == null ? null : convert(value));
        }
        return Collections.unmodifiableList(converted);
    }

    @Override
    public String toString() {
        return name;
    }

    private record Decoding<T>(int number, boolean isBinary, Optional<Decoder<T>> decoder) {}
}
