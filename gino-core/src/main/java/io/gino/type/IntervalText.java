/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import java.util.Locale;

/**
 * Intervals as the text that PostgreSQL reads and prints, in its styles postgres ({@code 1 mon -2 days 03:04:05.6}),
 * postgres_verbose ({@code @ 1 mon 2 days ago}) and iso_8601 ({@code P1M-2DT3H}).
 */
final class IntervalText {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
    private static final long MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE;

    private final String text;
    private int at;
    private int months;
    private int days;
    private long micros;

    /** The number read last: its sign, what stands before the point, and behind it in millionths. */
    private boolean negative;

    private long whole;
    private long fraction;

    private IntervalText(String text) {
        this.text = text;
    }

    /** Each part with its sign: in the style sql_standard a leading minus would stand for all. */
    static String print(Interval interval) {
        if (interval.equals(Interval.INFINITY)) {
            return "infinity";
        } else if (interval.equals(Interval.NEGATIVE_INFINITY)) {
            return "-infinity";
        }
        long micros = interval.microseconds();
        return String.format(
                Locale.ROOT,
                "%+d mons %+d days %s%d:%02d:%02d.%06d",
                interval.months(),
                interval.days(),
                micros < 0 ? "-" : "+",
                Math.abs(micros / MICROS_PER_HOUR),
                Math.abs(micros / MICROS_PER_MINUTE % 60),
                Math.abs(micros / MICROS_PER_SECOND % 60),
                Math.abs(micros % MICROS_PER_SECOND));
    }

    static Interval parse(String text) {
        if (text.equals("infinity")) {
            return Interval.INFINITY;
        } else if (text.equals("-infinity")) {
            return Interval.NEGATIVE_INFINITY;
        }
        try {
            return new IntervalText(text).interval();
        } catch (ArithmeticException | NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new LoadException(
                    "The interval '" + text + "' cannot be read. Leave IntervalStyle at postgres, postgres_verbose or"
                            + " iso_8601.",
                    e);
        }
    }

    private Interval interval() {
        if (text.charAt(0) == 'P') {
            iso();
        } else {
            words();
        }
        return new Interval(months, days, micros);
    }

    private void words() {
        while (at < text.length()) {
            if (text.charAt(at) == ' ' || text.charAt(at) == '@') {
                at++;
            } else if (text.startsWith("ago", at)) {
                at += "ago".length();
                months = -months;
                days = -days;
                micros = -micros;
            } else {
                amount();
            }
        }
    }

    private void amount() {
        number();
        if (at < text.length() && text.charAt(at) == ':') {
            clock();
        } else if (at < text.length() || whole != 0) {
            int start = at + 1;
            int end = text.indexOf(' ', start);
            at = end < 0 ? text.length() : end;
            add(text.substring(start, at));
        }
    }

    /** What stands behind the hours; the sign before them is that of all. */
    private void clock() {
        boolean ofAll = negative;
        add("hour");
        at++;
        number();
        negative = ofAll;
        add("min");
        at++;
        number();
        negative = ofAll;
        add("sec");
    }

    private void iso() {
        boolean time = false;
        at = 1;
        while (at < text.length()) {
            if (text.charAt(at) == 'T') {
                time = true;
            } else {
                number();
                addIso(text.charAt(at), time);
            }
            at++;
        }
    }

    private void addIso(char unit, boolean time) {
        switch (unit) {
            case 'Y' -> add("year");
            case 'M' -> add(time ? "min" : "mon");
            case 'W' -> days = Math.addExact(days, Math.toIntExact(exact(7)));
            case 'D' -> add("day");
            case 'H' -> add("hour");
            case 'S' -> add("sec");
            default -> throw new NumberFormatException("Unknown unit " + unit);
        }
    }

    private void add(String unit) {
        switch (unit) {
            case "year", "years" -> months = Math.addExact(months, Math.toIntExact(exact(12)));
            case "mon", "mons" -> months = Math.addExact(months, Math.toIntExact(exact(1)));
            case "day", "days" -> days = Math.addExact(days, Math.toIntExact(exact(1)));
            case "hour", "hours" -> micros = Math.addExact(micros, exact(MICROS_PER_HOUR));
            case "min", "mins" -> micros = Math.addExact(micros, exact(MICROS_PER_MINUTE));
            case "sec", "secs" -> {
                long exact = Math.addExact(Math.multiplyExact(whole, MICROS_PER_SECOND), fraction);
                micros = Math.addExact(micros, negative ? -exact : exact);
            }
            default -> throw new NumberFormatException("Unknown unit " + unit);
        }
    }

    /** The number, which must be a whole one, times this. */
    private long exact(long factor) {
        if (fraction != 0) {
            throw new NumberFormatException("Only seconds have a fraction");
        }
        long product = Math.multiplyExact(whole, factor);
        return negative ? -product : product;
    }

    private void number() {
        negative = text.charAt(at) == '-';
        if (negative || text.charAt(at) == '+') {
            at++;
        }
        int start = at;
        whole = digits();
        if (at == start) {
            throw new NumberFormatException("No digit at position " + at);
        }
        fraction = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            int point = at;
            fraction = digits();
            for (int i = at - point; i < 6; i++) {
                fraction *= 10;
            }
            for (int i = at - point; i > 6; i--) {
                fraction /= 10;
            }
        }
    }

    private long digits() {
        long number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = Math.addExact(Math.multiplyExact(number, 10L), text.charAt(at) - '0');
            at++;
        }
        return number;
    }
}
