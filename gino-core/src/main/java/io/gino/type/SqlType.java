package io.gino.type;

import io.gino.error.StatementException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of one Java type travel to and from one PostgreSQL type. The constants are in {@link Types}; a value object
 * gets its own by {@link #map}.
 *
 * @param <T> the Java type that users see; the driver sees {@link #wire()}
 */
@SuppressWarnings("unchecked") // the functions are made together with the type, and fit it
public final class SqlType<T> {

    private final String name;
    private final Class<?> javaType;
    private final Class<?> wire;
    private final Function<Object, Object> toWire;
    private final Function<Object, Object> fromWire;

    private SqlType(
            String name,
            Class<?> javaType,
            Class<?> wire,
            Function<Object, Object> toWire,
            Function<Object, Object> fromWire) {
        this.name = name;
        this.javaType = javaType;
        this.wire = wire;
        this.toWire = toWire;
        this.fromWire = fromWire;
    }

    /** A type whose Java values the driver takes and gives as they are. */
    public static <T> SqlType<T> of(String name, Class<T> javaType) {
        return new SqlType<>(name, javaType, javaType, Function.identity(), Function.identity());
    }

    /** The type's name as DDL and casts spell it, such as {@code numeric(10,2)}. */
    public String name() {
        return name;
    }

    /** The type's name without length or precision, for casts that must not cut values. */
    public String bareName() {
        int open = name.indexOf('(');
        return open < 0 ? name : name.substring(0, open) + name.substring(name.indexOf(')') + 1);
    }

    /** The class of {@code T}, without its type arguments. */
    public Class<?> javaType() {
        return javaType;
    }

    /** The class in which values pass to and from the driver. */
    public Class<?> wire() {
        return wire;
    }

    /** This type under another PostgreSQL name: a domain, or one with a length. */
    public SqlType<T> named(String otherName) {
        return new SqlType<>(otherName, javaType, wire, toWire, fromWire);
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
                wire,
                value -> toWire.apply(write.apply((V) value)),
                value -> Objects.requireNonNull(read.apply((T) fromWire.apply(value))));
    }

    /** PostgreSQL's array of this type; elements may be null. */
    public SqlType<List<T>> array() {
        Class<?> wireArray = (wire == Json.class ? String.class : wire).arrayType(); // the driver has no arrays of Json
        return new SqlType<>(
                name + "[]",
                List.class,
                wireArray,
                value -> wireArray(wireArray, (List<@Nullable T>) value),
                value -> elements((@Nullable Object[]) value));
    }

    /** Whether this is one of PostgreSQL's arrays; {@code bytea} is none. */
    public boolean isArray() {
        return wire.isArray() && wire != byte[].class;
    }

    /** This array type with its values written as text, for where PostgreSQL would take arrays of arrays apart. */
    public SqlType<T> asText() {
        return new SqlType<>(
                "text",
                javaType,
                String.class,
                value -> ArrayText.of((@Nullable Object[]) toWire.apply(value)),
                value -> {
                    throw new StatementException("Arrays are written as text, never read from it.");
                });
    }

    private Object wireArray(Class<?> wireArray, List<@Nullable T> values) {
        @Nullable Object[] elements = new @Nullable Object[values.size()];
        for (int i = 0; i < elements.length; i++) {
            Object element = write(values.get(i));
            elements[i] = element instanceof Json json ? json.text() : element;
        }
        return Arrays.copyOf(elements, elements.length, (Class<Object[]>) wireArray);
    }

    private List<@Nullable T> elements(@Nullable Object[] wires) {
        List<@Nullable T> values = new ArrayList<>(wires.length);
        for (Object element : wires) {
            values.add(read(wire == Json.class && element instanceof String text ? new Json(text) : element));
        }
        return Collections.unmodifiableList(values);
    }

    /** What the driver is given for {@code value}; null stays null. */
    public @Nullable Object write(@Nullable T value) {
        return value == null ? null : toWire.apply(value);
    }

    /** The value for what the driver gave; null stays null. */
    public @Nullable T read(@Nullable Object wireValue) {
        return wireValue == null ? null : (T) fromWire.apply(wireValue);
    }

    /**
     * {@code value} as a {@code T}: itself, or for number types the equal number.
     *
     * @throws StatementException when it is of another kind, or would lose digits
     */
    public T convert(Object value) {
        if (javaType.isInstance(value)) {
            return (T) value;
        }
        if (value instanceof Number number && Number.class.isAssignableFrom(javaType)) {
            return (T) Numbers.exactly(number, javaType, name);
        }
        throw new StatementException("A value of type " + name + " is a " + javaType.getSimpleName()
                + " in Java; got a " + value.getClass().getName() + ".");
    }

    /** An exact conversion between the number classes. */
    private static final class Numbers {

        static Number exactly(Number value, Class<?> target, String name) {
            try {
                BigDecimal exact = new BigDecimal(value.toString());
                if (target == Long.class) {
                    return exact.longValueExact();
                } else if (target == Integer.class) {
                    return exact.intValueExact();
                } else if (target == Short.class) {
                    return exact.shortValueExact();
                } else if (target == Double.class) {
                    return same(exact, exact.doubleValue());
                } else if (target == Float.class) {
                    return same(exact, exact.floatValue());
                }
                return target == BigDecimal.class ? exact : exact.toBigIntegerExact();
            } catch (ArithmeticException | NumberFormatException e) {
                throw new StatementException("The number " + value + " does not fit the type " + name + " exactly.", e);
            }
        }

        /** The floating-point number, when its digits are those asked for. */
        private static Number same(BigDecimal exact, Number rounded) {
            if (new BigDecimal(rounded.toString()).compareTo(exact) != 0) {
                throw new ArithmeticException("Rounding necessary");
            }
            return rounded;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
