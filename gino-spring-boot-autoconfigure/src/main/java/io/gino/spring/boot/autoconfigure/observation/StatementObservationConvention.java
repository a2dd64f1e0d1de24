/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.observation;

import io.gino.engine.StatementListener.Outcome;
import io.gino.engine.StatementListener.Start;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.util.Locale;

/**
 * How observed statements are named and what they are tagged with. A bean of this type replaces it; its methods have
 * what is used without one.
 *
 * @since 0.1.0
 */
public interface StatementObservationConvention extends ObservationConvention<StatementObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof StatementObservationContext;
    }

    @Override
    default String getName() {
        return "gino.statement";
    }

    /** Such as {@code SELECT users}. */
    @Override
    default String getContextualName(StatementObservationContext context) {
        Start start = context.start();
        return start.table().map(table -> start.operation() + " " + table).orElseGet(start::operation);
    }

    /**
     * {@code database}, {@code operation}, {@code table} and {@code outcome}: the same keys for each statement, and no
     * value that users of the application can make up.
     */
    @Override
    default KeyValues getLowCardinalityKeyValues(StatementObservationContext context) {
        return KeyValues.of(
                KeyValue.of("database", context.start().database()),
                KeyValue.of("operation", context.start().operation()),
                KeyValue.of("table", context.start().table().orElse("none")),
                KeyValue.of("outcome", outcome(context)));
    }

    /** The SQL, without values, for spans; meters do not have it. */
    @Override
    default KeyValues getHighCardinalityKeyValues(StatementObservationContext context) {
        return KeyValues.of(KeyValue.of("sql", context.start().sql()));
    }

    private static String outcome(StatementObservationContext context) {
        return context.end()
                .map(end -> end.outcome())
                .map(Outcome::name)
                .orElse("UNKNOWN")
                .toLowerCase(Locale.ROOT);
    }
}
