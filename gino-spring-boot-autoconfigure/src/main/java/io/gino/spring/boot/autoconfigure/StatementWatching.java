package io.gino.spring.boot.autoconfigure;

import io.gino.engine.EngineBuilder;
import io.gino.engine.StatementListener;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the statements of every engine are watched.
 *
 * @param slow from which duration on they are logged as slow ones; null for never
 */
record StatementWatching(
        List<StatementListener> listeners, @Nullable Duration slow) {

    EngineBuilder on(EngineBuilder engine) {
        listeners.forEach(engine::listener);
        return slow == null ? engine : engine.slowThreshold(slow);
    }
}
