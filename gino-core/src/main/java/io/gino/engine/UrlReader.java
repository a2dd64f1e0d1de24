/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import io.gino.error.Wording;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the parts of a URL into options. Single-use. */
final class UrlReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,40}");

    private final UrlText url;
    private final ConnectionFactoryOptions.Builder driver = ConnectionFactoryOptions.builder();
    private final ConnectionFactoryOptions.Builder pool = ConnectionFactoryOptions.builder();
    private final Set<String> given = new HashSet<>();
    private String user;
    private String password;
    private String hosts;
    private String ports = "";
    private String database;
    /** What holds where the URL says nothing, by the same names as its options. */
    private final Map<String, String> otherwise;
    /** Whether the driver is to choose among hosts, of which there may be but one. */
    private boolean choosing;
    /** Whether what is read now may be a piece of a password that was not encoded. */
    private boolean secret;

    UrlReader(UrlText url, Map<String, String> otherwise) {
        this.url = url;
        this.otherwise = otherwise;
        this.user = url.user();
        this.password = url.password();
        this.hosts = url.hosts();
        this.database = url.database();
        this.secret = url.parameters().stream()
                .anyMatch(parameter -> (parameter.name() + parameter.value()).indexOf('@') >= 0);
    }

    DatabaseUrl read() {
        driver.option(ConnectionFactoryOptions.DRIVER, "postgresql").option(Option.valueOf("applicationName"), "gino");
        if (url.tls()) {
            driver.option(ConnectionFactoryOptions.SSL, true);
        }
        requireHosts(url.hosts(), "");
        url.parameters().forEach(this::parameter);
        unsaid().forEach(this::parameter);
        List<UrlHost> choice = place();
        String name = user.isEmpty() ? System.getProperty("user.name") : user;
        driver.option(ConnectionFactoryOptions.USER, name)
                .option(ConnectionFactoryOptions.DATABASE, database.isEmpty() ? name : database);
        if (!password.isEmpty()) {
            driver.option(ConnectionFactoryOptions.PASSWORD, password);
        }
        return new DatabaseUrl(driver.build(), choice, pool.build());
    }

    /** What the URL leaves to be said; its port goes with its host. */
    private List<UrlText.Parameter> unsaid() {
        Set<String> said = new HashSet<>();
        said.addAll(user.isEmpty() ? Set.of() : Set.of("user"));
        said.addAll(password.isEmpty() ? Set.of() : Set.of("password"));
        said.addAll(hosts.isEmpty() ? Set.of() : Set.of("host", "port"));
        said.addAll(ports.isEmpty() ? Set.of() : Set.of("port"));
        said.addAll(database.isEmpty() ? Set.of() : Set.of("dbname", "database"));
        said.addAll(url.tls() || given.contains("ssl") ? Set.of("ssl", "sslMode") : Set.of());
        said.addAll(given);
        return otherwise.entrySet().stream()
                .filter(option -> !said.contains(UrlOption.named(option.getKey())))
                .map(option -> new UrlText.Parameter(option.getKey(), option.getValue()))
                .toList();
    }

    /** One option; as libpq has it, the parts of the URL itself may be given as options too. */
    private void parameter(UrlText.Parameter parameter) {
        String value = parameter.value();
        switch (parameter.name()) {
            case "user" -> user = value;
            case "password" -> {
                password = value;
                secret = true;
            }
            case "host" -> hosts = value;
            case "port" -> ports = value;
            case "dbname", "database" -> database = value;
            default -> option(parameter);
        }
    }

    private void option(UrlText.Parameter parameter) {
        UrlOption option = UrlOption.bySpelling().get(parameter.name());
        if (option == null) {
            throw unknown(parameter.name());
        } else if (!given.add(option.name())) {
            throw new ConnectionException("The database URL has option '" + option.name() + "' twice.");
        }
        Optional<Object> value = option.value().parse().apply(parameter.value());
        if (value.isEmpty()) {
            String found = secret || option.isSecret() ? "" : "; got '" + parameter.value() + "'";
            throw new ConnectionException("Option '" + parameter.name() + "' of a database URL is "
                    + option.value().expected() + found + ".");
        }
        secret |= option.isSecret();
        boolean ofPool = option.owner() == UrlOption.Owner.POOL;
        choosing |= option.owner() == UrlOption.Owner.HOSTS;
        (ofPool ? pool : driver).option(Option.valueOf(option.name()), value.get());
    }

    private ConnectionException unknown(String name) {
        if (UrlOption.OBJECTS.contains(name)) {
            return new ConnectionException(
                    "Option '" + name + "' takes an object of Java's, which a database URL cannot"
                            + " hold. Build a ConnectionFactory with it, and create the engine from that.");
        } else if (secret || !NAME.matcher(name).matches()) {
            return new ConnectionException("The database URL has an option that there is not, or a password with"
                    + " characters that have a meaning in URLs. In a password write % as %25, ? as %3F and & as %26.");
        }
        return new ConnectionException("A database URL has no option '" + name + "'. "
                + Wording.didYouMean(name, UrlOption.bySpelling().keySet()));
    }

    /** Says where the server is, unless the driver is to choose among hosts, which are then returned. */
    private List<UrlHost> place() {
        List<UrlHost> parsed = requireHosts(hosts, ports);
        UrlHost first = parsed.get(0);
        boolean several = parsed.size() > 1 || choosing;
        if (several && parsed.stream().anyMatch(UrlHost::isSocket)) {
            throw new ConnectionException("A unix socket can stand in a database URL as its only host, without options"
                    + " that choose among hosts.");
        } else if (several) {
            // Of the driver's own list of hosts, which cannot hold IPv6 addresses, nothing is left but the comma.
            driver.option(ConnectionFactoryOptions.PROTOCOL, "failover").option(ConnectionFactoryOptions.HOST, ",");
            return parsed;
        } else if (first.isSocket()) {
            driver.option(Option.valueOf("socket"), first.socket());
        } else {
            driver.option(ConnectionFactoryOptions.HOST, first.name())
                    .option(ConnectionFactoryOptions.PORT, first.port());
        }
        return List.of();
    }

    private List<UrlHost> requireHosts(String names, String numbers) {
        return UrlHost.parse(names, numbers, !url.user().isEmpty() && !secret);
    }
}
