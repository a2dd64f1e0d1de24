/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;

/** Finds what PostgreSQL does not read as code inside SQL text: strings, quoted names and comments. */
final class Quoted {

    private Quoted() {}

    /** Refuses text that would be cut off on its way to the server. */
    static void requireNoNul(String sql) {
        if (sql.indexOf('\0') >= 0) {
            throw new StatementException(
                    "SQL text cannot hold the NUL character: PostgreSQL would stop reading there.");
        }
    }

    /**
     * Where the quoted part that begins at this position ends; the position itself when none begins there. One that is
     * never closed ends with the text.
     */
    static int end(String sql, int start) {
        return switch (sql.charAt(start)) {
            case '\'' -> closing(sql, start, isEscapeString(sql, start));
            case '"' -> closing(sql, start, false);
            case '-' -> sql.startsWith("--", start) ? endOr(sql, sql.indexOf('\n', start)) : start;
            case '/' -> sql.startsWith("/*", start) ? commentEnd(sql, start) : start;
            case '$' -> isWord(sql, start - 1) ? start : dollarEnd(sql, start);
            default -> start;
        };
    }

    /** Whether a letter, digit or underscore stands at this position. */
    static boolean isWord(String sql, int index) {
        return index >= 0
                && index < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(index)) || sql.charAt(index) == '_');
    }

    private static boolean isEscapeString(String sql, int quote) {
        return quote > 0 && Character.toLowerCase(sql.charAt(quote - 1)) == 'e' && !isWord(sql, quote - 2);
    }

    private static int closing(String sql, int start, boolean escapes) {
        char quote = sql.charAt(start);
        for (int i = start + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\\' && escapes) {
                i++;
            } else if (c == quote) {
                if (i + 1 == sql.length() || sql.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        return sql.length();
    }

    /** Comments nest. */
    private static int commentEnd(String sql, int start) {
        int depth = 0;
        for (int i = start; i < sql.length() - 1; i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i++;
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return sql.length();
    }

    private static int dollarEnd(String sql, int start) {
        int tagEnd = start + 1;
        while (isWord(sql, tagEnd)) {
            tagEnd++;
        }
        if (tagEnd == sql.length() || sql.charAt(tagEnd) != '$' || Character.isDigit(sql.charAt(start + 1))) {
            return start;
        }
        String tag = sql.substring(start, tagEnd + 1);
        int close = sql.indexOf(tag, tagEnd + 1);
        return close < 0 ? sql.length() : close + tag.length();
    }

    private static int endOr(String sql, int found) {
        return found < 0 ? sql.length() : found;
    }
}
