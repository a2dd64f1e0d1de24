/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;

/** Numbers, booleans, texts, bytes and UUIDs. */
final class ScalarCases {

    /** What arrays, hstores and ranges have to quote, and what other encodings would break. */
    static final String[] TEXTS = {
        "",
        "ada",
        " ",
        "NULL",
        "null",
        "{a,b}",
        "it's \"quoted\" \\ and \\\\",
        "line\nbreak\ttab\r",
        "Žluťoučký kůň 漢字 \uD83D\uDC18 e\u0301",
        "=>,()[]:;$1 %s",
        "x".repeat(20_000)
    };

    private ScalarCases() {}

    static List<TypeCase<?>> all() {
        return List.of(
                TypeCase.of(Types.SMALLINT, (short) 0, Short.MIN_VALUE, Short.MAX_VALUE),
                TypeCase.of(Types.INTEGER, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                TypeCase.of(Types.BIGINT, 0L, Long.MIN_VALUE, Long.MAX_VALUE),
                TypeCase.of(
                        Types.NUMERIC,
                        new BigDecimal("0"),
                        new BigDecimal("0.00"),
                        new BigDecimal("-123456789012345678901234567890.123456789012345678901234567890"),
                        new BigDecimal("0." + "0".repeat(200) + "1"),
                        new BigDecimal("9".repeat(1000))),
                TypeCase.of(Types.numeric(10, 2), new BigDecimal("0.01"), new BigDecimal("-99999999.99")),
                TypeCase.of(
                        Types.BIGINTEGER,
                        BigInteger.ZERO,
                        BigInteger.TEN.pow(300).negate()),
                TypeCase.of(
                        Types.REAL,
                        0f,
                        -1.5f,
                        0.1f,
                        Float.MIN_VALUE,
                        Float.MAX_VALUE,
                        Float.NaN,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY),
                TypeCase.of(
                        Types.DOUBLE,
                        0d,
                        -1.5,
                        0.1,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY),
                TypeCase.of(Types.BOOLEAN, true, false),
                TypeCase.of(Types.TEXT, TEXTS),
                TypeCase.of(Types.varchar(12), "", "twelve chars", "漢字漢字漢字漢字漢字漢字"),
                TypeCase.of(Types.character(5), "     ", "a    ", "abcde", "漢字 \"\\"),
                TypeCase.of(Types.CITEXT, TEXTS).needs("CREATE EXTENSION IF NOT EXISTS citext"),
                TypeCase.of(Types.BYTEA, new byte[0], new byte[] {0}, everyByte()),
                TypeCase.of(
                        Types.UUID,
                        new UUID(0, 0),
                        new UUID(-1, -1),
                        UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8")));
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
