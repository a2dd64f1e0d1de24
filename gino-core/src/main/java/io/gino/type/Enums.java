/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import io.gino.error.Wording;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Enums as types: by the names of their constants, or by their positions. */
final class Enums {

    private Enums() {}

    static <E extends Enum<E>> SqlType<E> byName(SqlType<String> stored, Class<E> enumType) {
        Map<String, E> byName = Arrays.stream(enumType.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
        return stored.map(enumType, name -> constant(byName, name, enumType), Enum::name);
    }

    private static <E extends Enum<E>> E constant(Map<String, E> byName, String name, Class<E> enumType) {
        E constant = byName.get(name);
        if (constant == null) {
            throw new LoadException("The enum " + enumType.getSimpleName() + " has no constant '" + name + "'. "
                    + Wording.didYouMean(
                            name,
                            Arrays.stream(enumType.getEnumConstants())
                                    .map(Enum::name)
                                    .toList()));
        }
        return constant;
    }

    static <E extends Enum<E>> SqlType<E> byOrdinal(SqlType<Integer> stored, Class<E> enumType) {
        E[] constants = enumType.getEnumConstants();
        return stored.map(
                enumType,
                ordinal -> {
                    if (ordinal < 0 || ordinal >= constants.length) {
                        throw new LoadException("The enum " + enumType.getSimpleName() + " has no constant number "
                                + ordinal + "; it has " + constants.length + ", counted from 0.");
                    }
                    return constants[ordinal];
                },
                Enum::ordinal);
    }
}
