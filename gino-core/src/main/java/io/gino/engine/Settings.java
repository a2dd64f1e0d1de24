package io.gino.engine;

import java.time.Duration;

/**
 * What an engine was told when it was made.
 *
 * @param execution how statements are run
 * @param acquireTimeout how long to wait for a free connection
 * @param cancelTimeout how long a cancelled statement may take to stop before its connection is given up
 * @param readAhead how many rows {@code all} keeps for a slow subscriber
 * @param gathersReads whether reads by key may be sent together
 * @param log where statements are told of
 */
record Settings(
        ExecutionOptions execution,
        Duration acquireTimeout,
        Duration cancelTimeout,
        int readAhead,
        boolean gathersReads,
        StatementLog log) {

    static final Settings DEFAULT = new Settings(
            ExecutionOptions.options(),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            1024,
            true,
            StatementLog.DEFAULT);
}
