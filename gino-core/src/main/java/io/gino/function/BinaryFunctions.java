/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.type.Types;

/**
 * Bytes. Two in a row are {@code concat}.
 *
 * @since 0.1.0
 */
public final class BinaryFunctions {

    private BinaryFunctions() {}

    /** How bytes are spelled as text. */
    public enum Encoding {
        BASE64("base64"),
        HEX("hex"),
        ESCAPE("escape");

        private final String sql;

        Encoding(String sql) {
            this.sql = sql;
        }
    }

    /** The number of bytes. */
    public static Expression<Integer> length(Expression<byte[]> bytes) {
        return Sql.function("length", Types.INTEGER, bytes);
    }

    /** So many bytes from this one on, counted from 1. */
    public static Expression<byte[]> substring(Expression<byte[]> bytes, int from, int count) {
        return Sql.function(
                "substr",
                Types.BYTEA,
                bytes,
                Sql.value(Types.INTEGER, from),
                Sql.value(Types.INTEGER, Arguments.atLeast(0, count, "The number of bytes of a substring")));
    }

    /** The byte in this place, counted from 0, as a number from 0 to 255. */
    public static Expression<Integer> get(Expression<byte[]> bytes, int place) {
        return Sql.function("get_byte", Types.INTEGER, bytes, Sql.value(Types.INTEGER, place));
    }

    /** The bytes with another in this place, counted from 0. */
    public static Expression<byte[]> set(Expression<byte[]> bytes, int place, int value) {
        return Sql.function(
                "set_byte", Types.BYTEA, bytes, Sql.value(Types.INTEGER, place), Sql.value(Types.INTEGER, (int)
                        Arguments.between(0, 255, value, "A byte")));
    }

    /** The bytes as text. */
    public static Expression<String> encode(Expression<byte[]> bytes, Encoding encoding) {
        return Sql.function("encode", Types.TEXT, bytes, Sql.literal(Types.TEXT, encoding.sql));
    }

    /** The bytes that the text spells. */
    public static Expression<byte[]> decode(Expression<String> text, Encoding encoding) {
        return Sql.function("decode", Types.BYTEA, text, Sql.literal(Types.TEXT, encoding.sql));
    }

    /** The text in UTF-8. */
    public static Expression<byte[]> fromText(Expression<String> text) {
        return Sql.function("convert_to", Types.BYTEA, text, Sql.literal(Types.TEXT, "UTF8"));
    }

    /** The text that the bytes are in UTF-8. */
    public static Expression<String> toText(Expression<byte[]> bytes) {
        return Sql.function("convert_from", Types.TEXT, bytes, Sql.literal(Types.TEXT, "UTF8"));
    }

    public static Expression<byte[]> sha256(Expression<byte[]> bytes) {
        return Sql.function("sha256", Types.BYTEA, bytes);
    }

    public static Expression<byte[]> sha512(Expression<byte[]> bytes) {
        return Sql.function("sha512", Types.BYTEA, bytes);
    }

    /** The MD5 hash in hexadecimal digits; no protection against anyone. */
    public static Expression<String> md5(Expression<byte[]> bytes) {
        return Sql.function("md5", Types.TEXT, bytes);
    }
}
