/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

/**
 * Makes a value of the bytes that PostgreSQL sent for it, without the detour over the driver's objects. Thread-safe.
 *
 * @param <T> the Java type of the value
 * @since 0.1.0
 */
@FunctionalInterface
public interface Decoder<T> {

    /** The value of the bytes from {@code from} until {@code to}, which are left as they are. */
    T decode(byte[] bytes, int from, int to);
}
