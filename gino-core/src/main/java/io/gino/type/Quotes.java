/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

/** Double quotes as PostgreSQL sets them around parts of arrays, ranges and hstores. */
final class Quotes {

    private Quotes() {}

    /** Appends the value in quotes, each quote and backslash in it behind a backslash. */
    static void backslashed(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }

    /** The position after the closing quote of what begins at {@code start} with a quote; a doubled quote is content. */
    static int end(String text, int start) {
        int at = start + 1;
        while (true) {
            char c = text.charAt(at);
            if (c == '\\' || (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"')) {
                at += 2;
            } else if (c == '"') {
                return at + 1;
            } else {
                at++;
            }
        }
    }

    /** What stands between the quotes at {@code start} and before {@code end}, as it was before it was quoted. */
    static String content(String text, int start, int end) {
        StringBuilder content = new StringBuilder(end - start);
        for (int i = start + 1; i < end - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '"') {
                i++;
            }
            content.append(text.charAt(i));
        }
        return content.toString();
    }
}
