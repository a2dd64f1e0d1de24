/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import org.jspecify.annotations.Nullable;

/** Texts inside LIKE patterns. */
final class LikePattern {

    private LikePattern() {}

    /** The text with its wildcards, and the backslash itself, taken literally. */
    static String escape(@Nullable String text) {
        return Bind.requireValue(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
