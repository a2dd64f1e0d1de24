/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.postgresql.client.Client;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What is prepared on connections of the driver's, for as long as those are there: one table for all engines, since those
 * may share a pool.
 */
final class Wires {

    private static final Map<Client, PreparedStatements> STATEMENTS = new WeakHashMap<>();

    private Wires() {}

    /** @param connection one of the driver's own */
    static DirectWire of(Object connection) {
        Client client = DriverClient.client(connection);
        return new DirectWire(
                client,
                DriverClient.codecs(connection),
                statements(connection, client),
                DriverClient.isBinary(connection));
    }

    private static PreparedStatements statements(Object connection, Client client) {
        synchronized (STATEMENTS) {
            return STATEMENTS.computeIfAbsent(
                    client, key -> new PreparedStatements(DriverClient.preparedStatements(connection)));
        }
    }
}
