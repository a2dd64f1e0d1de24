/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Writes values as PostgreSQL's binary form of them, for the columns that take just that form. Thread-safe.
 *
 * @param <T> the Java type of the values
 * @since 0.1.0
 */
public final class Encoder<T> {

    private final Set<Integer> numbers;
    private final BiConsumer<T, BinaryBuffer> writing;

    Encoder(Set<Integer> numbers, BiConsumer<T, BinaryBuffer> writing) {
        this.numbers = numbers;
        this.writing = writing;
    }

    /** The same for what such values are made of. */
    <V> Encoder<V> of(Function<? super V, ? extends T> base) {
        return new Encoder<>(numbers, (value, out) -> writing.accept(base.apply(value), out));
    }

    /**
     * Whether a column holds what this writes.
     *
     * @param number the number that PostgreSQL gives the type of the column
     */
    public boolean fits(int number) {
        return numbers.contains(number);
    }

    /** Writes the value, without its length. */
    public void encode(T value, BinaryBuffer out) {
        writing.accept(value, out);
    }
}
