/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.observation;

import io.gino.engine.StatementListener.End;
import io.gino.engine.StatementListener.Start;
import io.micrometer.observation.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an observed statement.
 *
 * @since 0.1.0
 */
public final class StatementObservationContext extends Observation.Context {

    private final Start start;
    private volatile @Nullable End end;

    StatementObservationContext(Start start) {
        this.start = start;
    }

    /** Database, operation, table and SQL. */
    public Start start() {
        return start;
    }

    /** Outcome and rows; empty while the statement runs. */
    public Optional<End> end() {
        return Optional.ofNullable(end);
    }

    void ended(End how) {
        end = how;
    }
}
