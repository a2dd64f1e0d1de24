/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.util.Locale;
import java.util.Map;

/** The names of types, as DDL spells them. */
final class TypeName {

    /** What would mean a length of one, beside the name of the same type without a length. */
    private static final Map<String, String> WITHOUT_LENGTH = Map.of(
            "char", "bpchar",
            "character", "bpchar",
            "nchar", "bpchar",
            "national char", "bpchar",
            "national character", "bpchar",
            "bit", "\"bit\"");

    /** Other spellings, and the one by which {@link Types} knows the type. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int2", "smallint"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("decimal", "numeric"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("bool", "boolean"),
            Map.entry("character varying", "varchar"),
            Map.entry("bit varying", "varbit"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"));

    private TypeName() {}

    /** The name without length and precision: {@code numeric(10,2)[]} is {@code numeric[]}. */
    static String bare(String name) {
        if (name.indexOf('"') >= 0) {
            return name;
        }
        int array = name.indexOf("[");
        String element = array < 0 ? name : name.substring(0, array);
        int open = element.indexOf('(');
        String bare = open < 0 ? element : element.substring(0, open) + element.substring(element.indexOf(')') + 1);
        String unlimited = WITHOUT_LENGTH.getOrDefault(bare.strip().toLowerCase(Locale.ROOT), bare);
        return array < 0 ? unlimited : unlimited + name.substring(array);
    }

    /** The bare name in the one spelling that {@link Types} uses. */
    static String canonical(String name) {
        String bare = bare(name).toLowerCase(Locale.ROOT).strip();
        return ALIASES.getOrDefault(bare, bare);
    }
}
