/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server answers.
 *
 * @param name a host's name or address; beginning with a slash, the directory of a unix socket
 */
record UrlHost(String name, int port) {

    private static final int DEFAULT_PORT = 5432;
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%\\w]+]|[^:\\[\\]]*)(?::([^:]*))?");

    /**
     * The hosts of a list such as {@code a:5432,[::1]}.
     *
     * @param ports the ports, where they stand in a list of their own; one port is for all hosts
     * @param shown whether a bad port may be shown: without a user before it, it may be a password
     */
    static List<UrlHost> parse(String hosts, String ports, boolean shown) {
        List<String> names = Arrays.asList(hosts.split(",", -1));
        List<String> numbers = Arrays.asList(ports.split(",", -1));
        if (numbers.size() > 1 && numbers.size() != names.size()) {
            throw new ConnectionException("The database URL has " + names.size() + " hosts and " + numbers.size()
                    + " ports. Give one port for all, or one for each.");
        }
        List<UrlHost> parsed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parsed.add(one(names.get(i), numbers.get(numbers.size() == 1 ? 0 : i), shown));
        }
        return parsed;
    }

    private static UrlHost one(String text, String otherPort, boolean shown) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw new ConnectionException("A host in the database URL cannot be read. Write it as host:port, and an"
                    + " IPv6 address in brackets: [::1]:5432.");
        }
        String bare = host.group(1).replaceAll("[\\[\\]]", "");
        String name = UrlText.decoded("host", bare);
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw new ConnectionException("A host in the database URL has a blank in it.");
        }
        String port = host.group(2) == null || host.group(2).isEmpty() ? otherPort : host.group(2);
        return new UrlHost(name.isEmpty() ? "localhost" : name, port.isEmpty() ? DEFAULT_PORT : port(port, shown));
    }

    private static int port(String text, boolean shown) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new ConnectionException("A port in the database URL is a whole number from 1 to 65535"
                    + (shown ? "; got '" + text + "'." : "."));
        }
        return port;
    }

    boolean isSocket() {
        return name.startsWith("/");
    }

    /** The socket that a server makes in this directory. */
    String socket() {
        return name + (name.endsWith("/") ? "" : "/") + ".s.PGSQL." + port;
    }
}
