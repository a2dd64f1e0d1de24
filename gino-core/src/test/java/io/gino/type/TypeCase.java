/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type, and values that must come back as they went: what is usual, what is empty, what is extreme, what is hard to
 * quote.
 *
 * @param needs what must be there first: {@code CREATE TYPE mood …}; empty for nothing
 * @param comparable whether PostgreSQL knows when two values are equal; of json, xml and points it does not
 */
record TypeCase<T>(String label, SqlType<T> type, List<T> values, String needs, boolean comparable) {

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    static <T> TypeCase<T> of(SqlType<T> type, T... values) {
        String label = type.name() + " as " + type.javaType().getSimpleName();
        return new TypeCase<>(label, type, Arrays.asList(values), "", true);
    }

    TypeCase<T> as(String otherLabel) {
        return new TypeCase<>(otherLabel, type, values, needs, comparable);
    }

    TypeCase<T> needs(String sql) {
        return new TypeCase<>(label, type, values, sql, comparable);
    }

    TypeCase<T> withoutEquality() {
        return new TypeCase<>(label, type, values, needs, false);
    }

    /** Every case there is. */
    static Stream<TypeCase<?>> all() {
        List<TypeCase<?>> all = new ArrayList<>();
        all.addAll(ScalarCases.all());
        all.addAll(TimeCases.all());
        all.addAll(DocumentCases.all());
        all.addAll(RangeCases.all());
        all.addAll(OwnCases.all());
        return all.stream();
    }

    @Override
    public String toString() {
        return label;
    }
}
