/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.StatementException;
import java.util.Arrays;

/**
 * Bytes that grow as values are written to them, in the order of bytes that PostgreSQL has. Single-use.
 *
 * @since 0.1.0
 */
public final class BinaryBuffer {

    /** So many bytes at most for a char of Java's: a pair of them has four. */
    private static final int MOST_PER_CHAR = 3;

    private byte[] bytes;
    private int size;

    public BinaryBuffer(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** How many bytes have been written. */
    public int size() {
        return size;
    }

    /** The array that holds them, at its beginning; whatever is written after this overwrites it. */
    public byte[] array() {
        return bytes;
    }

    public void putByte(int value) {
        reserve(Byte.BYTES);
        bytes[size++] = (byte) value;
    }

    public void putShort(int value) {
        reserve(Short.BYTES);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    public void putInt(int value) {
        reserve(Integer.BYTES);
        size += Integer.BYTES;
        setInt(size - Integer.BYTES, value);
    }

    public void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    public void putBytes(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** Text in UTF-8, with a question mark for half a pair of chars, as Java writes it. */
    public void putText(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new StatementException("PostgreSQL's text cannot hold the NUL character.");
        }
        int length = value.length();
        reserve(Math.multiplyExact(length, MOST_PER_CHAR));
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                bytes[size++] = (byte) c;
            } else if (i + 1 < length && Character.isSurrogatePair(c, value.charAt(i + 1))) {
                i++;
                putPoint(Character.toCodePoint(c, value.charAt(i)));
            } else {
                putPoint(Character.isSurrogate(c) ? '?' : c);
            }
        }
    }

    private void putPoint(int point) {
        if (point < 0x80) {
            bytes[size++] = (byte) point;
        } else if (point < 0x800) {
            bytes[size++] = (byte) (0xc0 | (point >> 6));
            putLast(point);
        } else if (point < 0x10000) {
            bytes[size++] = (byte) (0xe0 | (point >> 12));
            putLast(point >> 6);
            putLast(point);
        } else {
            bytes[size++] = (byte) (0xf0 | (point >> 18));
            putLast(point >> 12);
            putLast(point >> 6);
            putLast(point);
        }
    }

    private void putLast(int bits) {
        bytes[size++] = (byte) (0x80 | (bits & 0x3f));
    }

    /** Puts a number where four bytes are already. */
    public void setInt(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length + bytes.length / 2));
        }
    }
}
