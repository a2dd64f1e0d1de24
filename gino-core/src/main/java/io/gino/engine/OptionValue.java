/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the text of an option in a URL is read.
 *
 * @param expected what the text must be, for a message
 * @param parse the value; empty when the text is none
 */
record OptionValue(String expected, Function<String, Optional<Object>> parse) {

    static final OptionValue TEXT =
            new OptionValue("a text that is not empty", text -> text.isEmpty() ? Optional.empty() : Optional.of(text));

    static final OptionValue FLAG = new OptionValue("true or false", OptionValue::flag);

    static final OptionValue DURATION = new OptionValue(
            "a time with its unit, such as 500ms, 30s, 5m or PT30S",
            text -> duration(text).filter(time -> !time.isNegative()).map(Object.class::cast));

    /** A time of the pool's, who takes -1 for none. */
    static final OptionValue LIMIT = new OptionValue(
            "a time with its unit, such as 500ms, 30s, 5m or PT30S, or -1 for no limit",
            text -> text.equals("-1")
                    ? Optional.of(Duration.ofMillis(-1))
                    : DURATION.parse().apply(text));

    /** A time of libpq's. */
    static final OptionValue SECONDS = new OptionValue(
            "a whole number of seconds",
            text -> number(text, 0).map(Integer.class::cast).map(Duration::ofSeconds));

    static final OptionValue TIME_ZONE =
            new OptionValue("a time zone such as UTC or Europe/Vienna", OptionValue::timeZone);

    static final OptionValue SETTINGS = new OptionValue(
            "settings such as search_path=app;work_mem=64MB or -c search_path=app", OptionValue::settings);

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern LIBPQ_SETTING = Pattern.compile("(?:-c\\s*|--)([^=\\s]+)=((?:\\\\.|[^\\\\\\s])*)\\s*");

    /** A whole number from {@code least} on. */
    static OptionValue count(int least) {
        return new OptionValue("a whole number from " + least + " on", text -> number(text, least));
    }

    /** One of a few values, by the name that a URL gives each. */
    static OptionValue oneOf(Map<String, Object> valuesByName) {
        return new OptionValue(
                "one of " + String.join(", ", valuesByName.keySet()),
                text -> valuesByName.keySet().stream()
                        .filter(text::equalsIgnoreCase)
                        .findFirst()
                        .map(valuesByName::get));
    }

    /** One of an enum's constants, by its name in lower case. */
    static <E extends Enum<E>> OptionValue oneOf(Class<E> type) {
        Map<String, Object> valuesByName = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            valuesByName.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return oneOf(valuesByName);
    }

    private static Optional<Object> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> number(String text, int least) {
        try {
            int number = Integer.parseInt(text);
            return number < least ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String text) {
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            return Optional.of(duration(Long.parseLong(time.group(1)), time.group(2)));
        }
        try {
            return Optional.of(text.equals("0") ? Duration.ZERO : Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Optional<Object> timeZone(String text) {
        try {
            return Optional.of(TimeZone.getTimeZone(ZoneId.of(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The driver's form, {@code a=1;b=2}, or libpq's, {@code -c a=1 -c b=2}. */
    private static Optional<Object> settings(String text) {
        return Optional.of(text.startsWith("-") ? libpqSettings(text) : driverSettings(text))
                .filter(settings -> !settings.isEmpty())
                .map(Object.class::cast);
    }

    private static Map<String, String> driverSettings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> pairs = Arrays.asList(text.split(";", -1));
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                return Map.of();
            }
            settings.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return settings;
    }

    private static Map<String, String> libpqSettings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher setting = LIBPQ_SETTING.matcher(text);
        int end = 0;
        while (end < text.length() && setting.find(end) && setting.start() == end) {
            settings.put(setting.group(1), setting.group(2).replaceAll("\\\\(.)", "$1"));
            end = setting.end();
        }
        return end == text.length() ? settings : Map.of();
    }
}
