package io.gino.spring.boot.autoconfigure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What {@code spring.gino.*} says of statements.
 *
 * @param slowStatementThreshold Time from which on a statement is logged at WARN as a slow one, on the logger
 *     io.gino.sql. Without it none is.
 */
@ConfigurationProperties("spring.gino")
record GinoStatementProperties(@Nullable Duration slowStatementThreshold) {}
