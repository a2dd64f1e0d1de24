/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The statements that are sent until this is closed. */
final class SqlLog implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.gino.sql");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    SqlLog() {
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
    }

    List<String> statements() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        logger.setAdditive(true);
        logger.setLevel(null);
        logger.detachAppender(appender);
    }
}
