/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.Map;
import java.util.WeakHashMap;

/** Who works together on connections in transactions of someone else's, by connection. Thread-safe. */
final class Parties {

    private final Map<Object, Party> partyByConnection = new WeakHashMap<>();

    synchronized Party of(Object connection) {
        return partyByConnection.computeIfAbsent(connection, key -> new Party());
    }
}
