/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gino.Gino;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs work and tells what it has sent. */
public final class SqlLog {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private SqlLog() {}

    /** The SQL of every statement that the work runs, in order. */
    public static List<String> of(Gino db, Mono<?> work) {
        Logger logger = (Logger) LoggerFactory.getLogger("io.gino.sql");
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
        try {
            work.block(LIMIT);
            awaitIdle(db);
            return new ArrayList<>(log.list)
                    .stream()
                            .map(event -> event.getFormattedMessage().replaceAll(" \\[binds: \\d+] .*$", ""))
                            .toList();
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }
    }

    public static List<String> of(Gino db, Flux<?> work) {
        return of(db, work.then());
    }

    private static void awaitIdle(Gino db) {
        Mono.fromSupplier(() -> db.engine().toString())
                .filter(text -> text.endsWith("in use=0)"))
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(2)))
                .block(LIMIT);
    }
}
