/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

/**
 * A database that one test class has for itself. Closing it drops it, whoever is still connected.
 *
 * @since 0.1.0
 */
public final class TestDatabase implements AutoCloseable {

    // Text sorts by code point and has Unicode's upper and lower case, whatever the locale of the server or of this
    // machine.
    private static final String SAME_EVERYWHERE = " LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'";

    private final PostgresServer server;
    private final String name;

    private TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    static TestDatabase create(PostgresServer server, String name) {
        try {
            server.run(version -> "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'"
                    + (version < 17 ? "" : SAME_EVERYWHERE));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Cannot create a test database as user '%s' on the PostgreSQL at %s: %s"
                            .formatted(server.username(), server, e.getMessage()),
                    e);
        }
        return new TestDatabase(server, name);
    }

    /** {@code postgresql://user:password@host:port/name}. */
    public String url() {
        return server.url(name);
    }

    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    public String name() {
        return name;
    }

    public String username() {
        return server.username();
    }

    public String password() {
        return server.password();
    }

    @Override
    public void close() {
        server.run(version -> "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    @Override
    public String toString() {
        return server + "/" + name;
    }
}
