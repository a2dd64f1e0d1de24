/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database URL taken apart, each part decoded; the password may hold any character but {@code %} and {@code ?} raw. An
 * empty text stands for a part that is not there.
 *
 * @param hosts the hosts with their ports, such as {@code a:5432,[::1]}, as they stand
 * @param parameters what follows the question mark, in its order
 * @param tls whether the scheme is {@code r2dbcs}
 */
record UrlText(String user, String password, String hosts, String database, List<Parameter> parameters, boolean tls) {

    private static final Pattern SCHEME =
            Pattern.compile("(?:r2dbcs?:(?:pool:)?)?postgres(?:ql)?(?::failover)?://", Pattern.CASE_INSENSITIVE);
    /** What other databases' URLs begin with, and what may be shown of them. */
    private static final Pattern ANY_SCHEME = Pattern.compile("^(?:(?:jdbc|r2dbcs?|pool):)*[a-z0-9]+://");

    /** An option as it is written; the value decoded. */
    record Parameter(String name, String value) {}

    /**
     * @throws ConnectionException when it is no URL of PostgreSQL's, or is written so that its parts cannot be told from
     *     one another
     */
    static UrlText parse(String url) {
        if (url.isBlank()) {
            throw new ConnectionException(
                    "The database URL is empty. Write one such as postgresql://localhost:5432/app.");
        }
        Matcher scheme = SCHEME.matcher(url);
        if (!scheme.lookingAt()) {
            throw noneOfOurs(url);
        }
        String rest = url.substring(scheme.end());
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        List<Parameter> parameters = question < 0 ? List.of() : parameters(rest.substring(question + 1));
        // A database's name has its '@' encoded, so that a password need not.
        int at = place.lastIndexOf('@');
        String login = at < 0 ? "" : place.substring(0, at);
        int colon = login.indexOf(':');
        int slash = place.indexOf('/', at + 1);
        return new UrlText(
                decoded("user name", colon < 0 ? login : login.substring(0, colon)),
                decoded("password", colon < 0 ? "" : login.substring(colon + 1)),
                slash < 0 ? place.substring(at + 1) : place.substring(at + 1, slash),
                decoded("database name", slash < 0 ? "" : place.substring(slash + 1)),
                parameters,
                url.regionMatches(true, 0, "r2dbcs:", 0, 7));
    }

    private static List<Parameter> parameters(String query) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : Arrays.asList(query.split("&", -1))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = pair.substring(0, equals);
                parameters.add(new Parameter(name, decoded("value of an option", pair.substring(equals + 1))));
            } else if (!pair.isEmpty()) {
                throw new ConnectionException("The database URL has something other than name=value behind its '?'."
                        + " In a password write ? as %3F, and in a value & as %26.");
            }
        }
        return List.copyOf(parameters);
    }

    /** The text with its {@code %41} as what they stand for; nothing of it is for a message. */
    static String decoded(String part, String text) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return text;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 4);
        int end = 0;
        while (percent >= 0) {
            bytes.put(text.substring(end, percent).getBytes(StandardCharsets.UTF_8));
            end = percent + 3;
            if (end > text.length() || !isHexadecimal(text, percent + 1) || text.startsWith("00", percent + 1)) {
                throw undecodable(part);
            }
            bytes.put((byte) HexFormat.fromHexDigits(text, percent + 1, end));
            percent = text.indexOf('%', end);
        }
        bytes.put(text.substring(end).getBytes(StandardCharsets.UTF_8));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw undecodable(part);
        }
    }

    private static boolean isHexadecimal(String text, int start) {
        return HexFormat.isHexDigit(text.charAt(start)) && HexFormat.isHexDigit(text.charAt(start + 1));
    }

    private static ConnectionException undecodable(String part) {
        return new ConnectionException("The " + part + " in the database URL has a % that does not begin the code of a"
                + " character of UTF-8. Write the percent sign itself as %25.");
    }

    private static ConnectionException noneOfOurs(String url) {
        String remedy = url.startsWith("jdbc:")
                ? "Leave the leading 'jdbc:' out."
                : "Write one such as postgresql://localhost:5432/app.";
        return new ConnectionException("The database URL '" + masked(url)
                + "' begins with none of postgresql://, postgres:// and r2dbc:postgresql://. " + remedy);
    }

    /** The URL without what may be a user's name or a password. */
    private static String masked(String url) {
        Matcher scheme = ANY_SCHEME.matcher(url);
        int start = scheme.find() ? scheme.end() : 0;
        String shown = url.replaceAll("(?is)(password=).*", "$1***");
        int at = shown.lastIndexOf('@');
        return at < start ? shown : shown.substring(0, start) + "***" + shown.substring(at);
    }

    @Override
    public String toString() {
        return "postgresql://" + hosts + "/" + database;
    }
}
