/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The sentences that several messages share, so that they read the same everywhere.
 *
 * @since 0.1.0
 */
public final class Wording {

    private Wording() {}

    /**
     * What follows "has no column 'nmae'.": the nearest name, when one is near, and all that there are.
     *
     * @param names in the order to list them
     */
    public static String didYouMean(String found, Collection<String> names) {
        String nearest = nearest(found, names)
                .map(name -> "Did you mean '" + name + "'? ")
                .orElse("");
        return nearest + "It has: " + (names.isEmpty() ? "none" : String.join(", ", names)) + ".";
    }

    /** A time as people say it: {@code 250 ms}, {@code 1.5 s}, {@code 30 s}, {@code 5 min}. */
    public static String time(Duration time) {
        long millis = time.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        } else if (millis < 120_000) {
            return millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000 + "." + millis % 1000 / 100 + " s";
        }
        return time.toMinutes() + " min";
    }

    private static Optional<String> nearest(String found, Collection<String> names) {
        int limit = Math.max(1, found.length() / 3);
        return names.stream()
                .filter(name -> distance(found, name) <= Math.max(limit, 2))
                .min(Comparator.comparingInt(name -> distance(found, name)));
    }

    /** Levenshtein distance, letter case apart. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = same(left.charAt(i - 1), right.charAt(j - 1)) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[right.length()];
    }

    private static boolean same(char left, char right) {
        return Character.toLowerCase(left) == Character.toLowerCase(right);
    }
}
