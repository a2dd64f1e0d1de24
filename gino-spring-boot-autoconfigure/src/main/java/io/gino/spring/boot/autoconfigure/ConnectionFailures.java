/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.r2dbc.spi.R2dbcException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Why the first connection did not come about, and what to do: the usual mistakes by name, the rest in the driver's words. */
final class ConnectionFailures {

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String USER_REFUSED = "28";

    private final DatabaseAddress address;
    private final Throwable failure;

    private ConnectionFailures(DatabaseAddress address, Throwable failure) {
        this.address = address;
        this.failure = failure;
    }

    static GinoStartupException explain(DatabaseAddress address, Throwable failure) {
        return new ConnectionFailures(address, failure).explain();
    }

    private GinoStartupException explain() {
        String state =
                cause(R2dbcException.class).map(R2dbcException::getSqlState).orElse("");
        if (state.equals(NO_SUCH_DATABASE)) {
            return because(
                    "PostgreSQL at %s has no database '%s'.".formatted(address.server(), address.database()),
                    "Create it, for example by: createdb %s. Or name another one in %%s."
                            .formatted(address.database()));
        } else if (state.startsWith(USER_REFUSED)) {
            return because(
                    "PostgreSQL at %s refused the user '%s': %s."
                            .formatted(address, address.user(), message(R2dbcException.class)),
                    "Correct the user and the password in %%s%s.".formatted(credentials()));
        } else if (cause(UnknownHostException.class).isPresent()) {
            return because("There is no host for PostgreSQL at %s.".formatted(address), "Correct the host in %s.");
        } else if (cause(ConnectException.class).isPresent()) {
            return because(
                    "No PostgreSQL answers at %s.".formatted(address),
                    "Start it, or correct the host and the port in %s.");
        }
        return because(
                "Cannot connect to PostgreSQL at %s: %s.".formatted(address, message(Throwable.class)),
                "Correct %s, or set spring.gino.fail-fast=false to start without the database.");
    }

    /** The lines to write, where the properties are ours. */
    private String credentials() {
        String source = address.source();
        if (!source.startsWith(ConfiguredDatabase.MAIN)) {
            return "";
        }
        String prefix = source.substring(0, source.lastIndexOf('.'));
        return ", or leave them out there and set %s.username=%s and %s.password=…"
                .formatted(prefix, address.user(), prefix);
    }

    private GinoStartupException because(String description, String action) {
        return new GinoStartupException(description, action.formatted(address.source()), failure);
    }

    /** The innermost cause of this type. */
    private <T extends Throwable> Optional<T> cause(Class<T> type) {
        Optional<T> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            found = type.isInstance(cause) ? Optional.of(type.cast(cause)) : found;
        }
        return found;
    }

    private String message(Class<? extends Throwable> type) {
        String message = cause(type).map(Throwable::getMessage).orElse(failure.toString());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
