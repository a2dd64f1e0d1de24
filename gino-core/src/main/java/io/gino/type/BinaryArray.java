/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays in binary form: dimensions, the number of the elements' type, and each element after its length. Single-use. */
final class BinaryArray {

    private static final int HEADER = 12;
    private static final int DIMENSION = 8;

    private final byte[] bytes;
    private final int start;
    private int at;

    private BinaryArray(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
    }

    /** The array's elements, in lists of lists where there are several dimensions. */
    static List<?> decode(byte[] bytes, int from, SqlType<?> array) {
        return new BinaryArray(bytes, from).all(array);
    }

    private List<?> all(SqlType<?> array) {
        int dimensions = BinaryDecoders.intAt(bytes, start);
        if (dimensions == 0) {
            return List.of();
        }
        SqlType<?> element = array;
        for (int i = 0; i < dimensions; i++) {
            element = element.element().orElseThrow(() -> dimensions(array, "more"));
        }
        if (element.isArray()) {
            throw dimensions(array, "fewer");
        }
        SqlType<?> found = element;
        Decoder<?> decoder = found.decoder(BinaryDecoders.intAt(bytes, start + 8), true)
                .orElseThrow(() -> new LoadException("gino knows no binary form of " + found
                        + " in arrays. Leave the driver's option forceBinary out."));
        at = start + HEADER + dimensions * DIMENSION;
        return elements(decoder, 0, dimensions);
    }

    private static LoadException dimensions(SqlType<?> array, String more) {
        return new LoadException("The value is an array of " + more + " dimensions than " + array + " has.");
    }

    private List<?> elements(Decoder<?> decoder, int dimension, int dimensions) {
        int size = BinaryDecoders.intAt(bytes, start + HEADER + dimension * DIMENSION);
        List<@Nullable Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(dimension < dimensions - 1 ? elements(decoder, dimension + 1, dimensions) : element(decoder));
        }
        return Collections.unmodifiableList(values);
    }

    private @Nullable Object element(Decoder<?> decoder) {
        int length = BinaryDecoders.intAt(bytes, at);
        int from = at + Integer.BYTES;
        at = from + Math.max(length, 0);
        return length < 0 ? null : decoder.decode(bytes, from, at);
    }
}
