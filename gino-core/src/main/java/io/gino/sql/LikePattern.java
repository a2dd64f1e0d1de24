package io.gino.sql;

/** Texts inside LIKE patterns. */
final class LikePattern {

    private LikePattern() {}

    /** The text with its wildcards, and the backslash itself, taken literally. */
    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
