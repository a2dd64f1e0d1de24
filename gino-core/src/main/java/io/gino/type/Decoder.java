package io.gino.type;

/**
 * Makes a value of the bytes that PostgreSQL sent for it, without the detour over the driver's objects. Thread-safe.
 *
 * @param <T> the Java type of the value
 */
@FunctionalInterface
public interface Decoder<T> {

    /** The value of the bytes from {@code from} until {@code to}, which are left as they are. */
    T decode(byte[] bytes, int from, int to);
}
