/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * SQL text of several statements with semicolons between them. Semicolons in strings, quoted names, dollar quotes,
 * comments and the bodies of functions that {@code BEGIN ATOMIC} begins do not count.
 *
 * @since 0.1.0
 */
public record Script(List<Part> parts) {

    public Script {
        parts = List.copyOf(parts);
    }

    /**
     * One statement.
     *
     * @param line where it begins in the script, from 1
     * @param sql without the semicolon, and without space and comments before it
     */
    public record Part(int line, String sql) {

        /** As it stands: nothing in it is a parameter. */
        public Text<Row> statement() {
            return Text.verbatim(sql);
        }
    }

    /** The statements of a text, in its order; what is only space and comments is none. */
    public static Script parse(String text) {
        Quoted.requireNoNul(text);
        List<Part> parts = new ArrayList<>();
        int at = skipBlank(text, 0);
        while (at < text.length()) {
            int end = statementEnd(text, at);
            if (end > at) {
                parts.add(new Part(line(text, at), text.substring(at, end).strip()));
            }
            at = skipBlank(text, end + 1);
        }
        return new Script(parts);
    }

    private static int line(String text, int at) {
        return 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count();
    }

    /** The position of the first thing that is neither space nor a comment. */
    private static int skipBlank(String text, int start) {
        int at = Math.min(start, text.length());
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = Character.isWhitespace(c) || c == '\uFEFF'
                    ? at + 1
                    : c == '-' || c == '/' ? Quoted.end(text, at) : at;
            if (end == at) {
                return at;
            }
            at = end;
        }
        return at;
    }

    /** The position of the semicolon that ends the statement, or of the end of the text. */
    private static int statementEnd(String text, int start) {
        int depth = 0;
        int at = start;
        while (at < text.length() && (depth > 0 || text.charAt(at) != ';')) {
            int end = wordEnd(text, at);
            if (end > at) {
                depth = depthAfter(text, at, end, depth);
            }
            at = Math.max(Math.max(end, Quoted.end(text, at)), at + 1);
        }
        return at;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (Quoted.isWord(text, end) || (end > start && end < text.length() && text.charAt(end) == '$')) {
            end++;
        }
        // The E of E'…' belongs to the string.
        return end < text.length() && text.charAt(end) == '\'' ? start : end;
    }

    /** How deep in the body of a function, and in CASE there, the text is after the word. */
    private static int depthAfter(String text, int start, int end, int depth) {
        return switch (text.substring(start, end).toLowerCase(Locale.ROOT)) {
            case "begin" -> depth > 0 || isAtomic(text, end) ? depth + 1 : depth;
            case "case" -> depth > 0 ? depth + 1 : depth;
            case "end" -> Math.max(depth - 1, 0);
            default -> depth;
        };
    }

    private static boolean isAtomic(String text, int at) {
        int next = skipBlank(text, at);
        return text.regionMatches(true, next, "atomic", 0, 6) && !Quoted.isWord(text, next + 6);
    }
}
