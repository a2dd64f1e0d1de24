/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

/**
 * PostgreSQL's {@code point} on a plane.
 *
 * @since 0.1.0
 */
public record Point(double x, double y) {

    /** Reads what PostgreSQL prints: {@code (1,2.5)}. */
    static Point parse(String text) {
        int comma = text.indexOf(',');
        return new Point(
                Double.parseDouble(text.substring(1, comma)),
                Double.parseDouble(text.substring(comma + 1, text.length() - 1)));
    }

    /** As PostgreSQL writes it. */
    @Override
    public String toString() {
        return "(" + x + "," + y + ")";
    }
}
