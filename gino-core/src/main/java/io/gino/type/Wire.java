/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.util.function.Function;

/**
 * How values pass to the driver and back. Everything but numbers, booleans, UUIDs and bytes comes back as the text that
 * PostgreSQL prints; of what goes there, only what the driver has no class for goes as text, which then needs a cast.
 *
 * @param <B> the Java class of the values
 * @param bound the class in which the driver is given them
 * @param cast whether they go as text, so that their place in the SQL must say the type: {@code $1::inet}
 * @param readAsText whether the driver is asked for the text, rather than for a {@code B}
 * @param write what the driver is given
 * @param print the text that PostgreSQL would read
 * @param parse the value of the text that PostgreSQL has printed
 */
record Wire<B>(
        Class<B> base,
        Class<?> bound,
        boolean cast,
        boolean readAsText,
        Function<B, Object> write,
        Function<B, String> print,
        Function<String, B> parse) {

    /** Values that the driver takes and gives as they are, and prints as Java does. */
    static <B> Wire<B> driver(Class<B> base, Function<String, B> parse) {
        return new Wire<>(base, base, false, false, value -> value, Object::toString, parse);
    }

    /** Values that the driver takes as they are, once they have been looked at, and that are read from text. */
    static <B> Wire<B> driver(
            Class<B> base, Function<B, Object> check, Function<B, String> print, Function<String, B> parse) {
        return new Wire<>(base, base, false, true, check, print, parse);
    }

    /** Values that the driver has no class for. */
    static <B> Wire<B> text(Class<B> base, Function<B, String> print, Function<String, B> parse) {
        return new Wire<>(base, String.class, true, true, print::apply, print, parse);
    }
}
