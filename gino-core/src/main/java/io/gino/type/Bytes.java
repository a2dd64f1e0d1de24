/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.util.HexFormat;

/** Bytes as the text that PostgreSQL reads and prints: {@code \x00ff}. */
final class Bytes {

    private static final String PREFIX = "\\x";

    static final Wire<byte[]> WIRE =
            new Wire<>(byte[].class, byte[].class, false, false, bytes -> bytes, Bytes::print, Bytes::parse);

    private Bytes() {}

    private static String print(byte[] bytes) {
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    private static byte[] parse(String text) {
        return HexFormat.of().parseHex(text, PREFIX.length(), text.length());
    }
}
