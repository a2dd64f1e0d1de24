/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.SchemaException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A name in SQL. It is quoted when PostgreSQL would otherwise read something else: a reserved word, upper case, anything
 * but letters, digits and underscores. The one place that quotes.
 *
 * @since 0.1.0
 */
public final class Identifier {

    /** PostgreSQL cuts longer names off without an error. */
    public static final int MAX_BYTES = 63;

    /** In UTF-8. */
    private static final int MOST_BYTES_OF_A_CHAR = 3;

    /** PostgreSQL 18's reserved words, those that may name functions or types among them. */
    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate "
                            + "collation column concurrently constraint create cross current_catalog current_date "
                            + "current_role current_schema current_time current_timestamp current_user default "
                            + "deferrable desc distinct do else end except false fetch for foreign freeze from full "
                            + "grant group having ilike in initially inner intersect into is isnull join lateral "
                            + "leading left like limit localtime localtimestamp natural not notnull null offset on "
                            + "only or order outer overlaps placing primary references returning right select "
                            + "session_user similar some symmetric system_user table tablesample then to trailing "
                            + "true union unique user using variadic verbose when where window with")
                    .split(" "));

    private final String name;
    private final String sql;

    private Identifier(String name) {
        this.name = name;
        this.sql = isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * The identifier of this name, exactly as spelled.
     *
     * @throws SchemaException when PostgreSQL cannot hold the name: empty, with a NUL character, or over 63 bytes
     */
    public static Identifier of(String name) {
        if (name.isEmpty()) {
            throw new SchemaException("A name in SQL cannot be empty.");
        }
        if (name.indexOf('\0') >= 0) {
            throw new SchemaException(
                    "A name in SQL cannot hold the NUL character; got '" + name.replace('\0', '?') + "'.");
        }
        if (name.length() > MAX_BYTES / MOST_BYTES_OF_A_CHAR) {
            requireFitting(name, name.getBytes(StandardCharsets.UTF_8).length);
        }
        return new Identifier(name);
    }

    private static void requireFitting(String name, int bytes) {
        if (bytes > MAX_BYTES) {
            throw new SchemaException(
                    "The name '" + name + "' has " + bytes + " bytes; PostgreSQL keeps " + MAX_BYTES + ". Shorten it.");
        }
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || c == '_';
            boolean digit = c >= '0' && c <= '9';
            if (!letter && (i == 0 || !digit)) {
                return false;
            }
        }
        return !RESERVED.contains(name);
    }

    /** The name itself, unquoted. */
    public String name() {
        return name;
    }

    /** The name as SQL text, quoted where it must be. */
    public String sql() {
        return sql;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identifier identifier && name.equals(identifier.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
