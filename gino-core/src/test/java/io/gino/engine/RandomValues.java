/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/** Random values, most of them as the text in which PostgreSQL prints them. */
final class RandomValues {

    private RandomValues() {}

    /** Of all lengths. */
    static int integer(SplittableRandom random) {
        return random.nextInt() >> random.nextInt(32);
    }

    static long bigint(SplittableRandom random) {
        return random.nextLong() >> random.nextInt(64);
    }

    /** The shortest text that gives the number again, as PostgreSQL prints it: half of them as people write numbers. */
    static String real8(SplittableRandom random) {
        return random.nextBoolean()
                ? exponent(Double.toString(Double.longBitsToDouble(random.nextLong())))
                : decimal(random, 17).toPlainString();
    }

    static String real(SplittableRandom random) {
        return random.nextBoolean()
                ? exponent(Float.toString(Float.intBitsToFloat(random.nextInt())))
                : decimal(random, 9).toPlainString();
    }

    private static String exponent(String number) {
        int at = number.indexOf('E');
        if (at < 0) {
            return number;
        }
        String digits = number.substring(0, at);
        String power = number.substring(at + 1);
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
                + (power.startsWith("-") ? "e" : "e+")
                + power;
    }

    static BigDecimal decimal(SplittableRandom random) {
        return decimal(random, 40);
    }

    private static BigDecimal decimal(SplittableRandom random, int most) {
        int digits = random.nextInt(1, most + 1);
        BigInteger number = digits < 19
                ? BigInteger.valueOf(random.nextLong((long) Math.pow(10, digits)))
                : new BigInteger(digits * 3, new Random(random.nextLong()));
        return new BigDecimal(random.nextBoolean() ? number : number.negate(), random.nextInt(digits + 3));
    }

    static BigDecimal nonZero(SplittableRandom random) {
        BigDecimal number = decimal(random);
        return number.signum() == 0 ? BigDecimal.ONE : number;
    }

    static UUID uuid(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    static String hex(SplittableRandom random) {
        return "\\x" + HexFormat.of().formatHex(bytes(random));
    }

    /** Any characters, one in ten of them outside of Latin. */
    static String words(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            int character = random.nextInt(10) == 0 ? random.nextInt(1, 0x10ffff) : random.nextInt(32, 127);
            text.appendCodePoint(character >= 0xd800 && character < 0xe000 ? 'x' : character);
        }
        return text.toString();
    }

    static String document(SplittableRandom random) {
        return "{\"n\": " + integer(random) + ", \"t\": \"é" + integer(random) + "\"}";
    }

    static String array(SplittableRandom random, Function<SplittableRandom, String> element) {
        StringBuilder array = new StringBuilder("{");
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            array.append(i == 0 ? "" : ",").append(random.nextInt(8) == 0 ? "NULL" : element.apply(random));
        }
        return array.append('}').toString();
    }

    /** Half of them of our time. */
    private static LocalDate day(SplittableRandom random) {
        return LocalDate.ofEpochDay(
                random.nextBoolean() ? random.nextLong(-20_000, 40_000) : random.nextLong(-2_440_000, 106_000_000));
    }

    private static String digits(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return pad(year, 4) + '-' + pad(date.getMonthValue(), 2) + '-' + pad(date.getDayOfMonth(), 2);
    }

    private static String pad(int number, int length) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }

    static String date(SplittableRandom random) {
        LocalDate date = day(random);
        return digits(date) + era(date);
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    static String time(SplittableRandom random) {
        String time = pad(random.nextInt(24), 2) + ':' + pad(random.nextInt(60), 2) + ':' + pad(random.nextInt(60), 2);
        int micros = random.nextInt(1_000_000) / (int) Math.pow(10, random.nextInt(7));
        return micros == 0 ? time : time + '.' + pad(micros, 6).replaceAll("0+$", "");
    }

    static String offset(SplittableRandom random) {
        int hours = random.nextInt(16);
        String offset = (random.nextBoolean() ? "+" : "-") + pad(hours, 2);
        return switch (random.nextInt(4)) {
            case 0 -> offset + ':' + pad(random.nextInt(1, 60), 2);
            case 1 -> offset + ':' + pad(random.nextInt(1, 60), 2) + ':' + pad(random.nextInt(1, 60), 2);
            default -> hours == 0 ? "+00" : offset;
        };
    }

    static String timestamp(SplittableRandom random, String offset) {
        LocalDate date = day(random);
        return digits(date) + ' ' + time(random) + offset + era(date);
    }

    /** Since 2000: before, the driver knows no parts of seconds. */
    static long micros(SplittableRandom random) {
        return random.nextLong(9_000_000_000_000_000_000L);
    }
}
