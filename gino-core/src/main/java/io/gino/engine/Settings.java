/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import reactor.core.publisher.Flux;

/**
 * What an engine was told when it was made.
 *
 * @param name which database the listeners are told that it is
 * @param execution how statements are run
 * @param acquireTimeout how long to wait for a free connection
 * @param cancelTimeout how long a cancelled statement may take to stop before its connection is given up
 * @param readAhead how many rows {@code all} keeps for a slow subscriber
 * @param gathersReads whether reads by key may be sent together
 * @param driverCodecs whether the driver runs all statements and reads all values
 * @param log where statements are told of
 * @param listeners who else is told of them
 */
record Settings(
        String name,
        ExecutionOptions execution,
        Duration acquireTimeout,
        Duration cancelTimeout,
        int readAhead,
        boolean gathersReads,
        boolean driverCodecs,
        StatementLog log,
        List<StatementListener> listeners) {

    Settings {
        listeners = List.copyOf(listeners);
    }

    static final Settings DEFAULT = new Settings(
            "gino",
            ExecutionOptions.options(),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            1024,
            true,
            false,
            StatementLog.DEFAULT,
            List.of());

    /** The work, heard of by all who listen to statements. */
    <T> Flux<T> heard(Compiled statement, Flux<T> work, LongSupplier rows) {
        Flux<T> logged = log.watch(statement, work, rows);
        return listeners.isEmpty() ? logged : new Hearing(name, listeners, statement, rows).of(logged);
    }
}
