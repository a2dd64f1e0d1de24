/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import java.util.OptionalLong;

/**
 * How a sequence counts, alone or behind an identity column. What is not said is PostgreSQL's choice: from 1 by 1.
 *
 * @param cache how many numbers a session takes at a time
 * @param cycle whether it begins again at its end, instead of failing
 * @since 0.1.0
 */
public record SequenceOptions(
        OptionalLong start,
        OptionalLong increment,
        OptionalLong minValue,
        OptionalLong maxValue,
        OptionalLong cache,
        boolean cycle) {

    static final SequenceOptions PLAIN = new SequenceOptions(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            false);

    public SequenceOptions {
        require(increment.orElse(1) != 0, "A sequence cannot count by 0.");
        require(cache.orElse(1) > 0, "A sequence keeps one number ready at least; got cache " + cache.orElse(1) + ".");
        requireOrder("minValue", minValue, "maxValue", maxValue);
        requireOrder("minValue", minValue, "start", start);
        requireOrder("start", start, "maxValue", maxValue);
    }

    private static void requireOrder(String low, OptionalLong least, String high, OptionalLong greatest) {
        require(
                least.isEmpty() || greatest.isEmpty() || least.getAsLong() <= greatest.getAsLong(),
                "The " + low + " of a sequence cannot be above its " + high + "; got " + least.orElse(0) + " and "
                        + greatest.orElse(0) + ".");
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new SchemaException(otherwise);
        }
    }

    SequenceOptions withStart(long value) {
        return new SequenceOptions(OptionalLong.of(value), increment, minValue, maxValue, cache, cycle);
    }

    SequenceOptions withIncrement(long value) {
        return new SequenceOptions(start, OptionalLong.of(value), minValue, maxValue, cache, cycle);
    }

    SequenceOptions withMinValue(long value) {
        return new SequenceOptions(start, increment, OptionalLong.of(value), maxValue, cache, cycle);
    }

    SequenceOptions withMaxValue(long value) {
        return new SequenceOptions(start, increment, minValue, OptionalLong.of(value), cache, cycle);
    }

    SequenceOptions withCache(long value) {
        return new SequenceOptions(start, increment, minValue, maxValue, OptionalLong.of(value), cycle);
    }

    SequenceOptions withCycle() {
        return new SequenceOptions(start, increment, minValue, maxValue, cache, true);
    }
}
