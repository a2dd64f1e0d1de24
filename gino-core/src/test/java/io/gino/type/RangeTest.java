/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeTest {

    @Test
    void saysItsBounds() {
        Range<Integer> range = Range.openClosed(1, 5);
        assertThat(range.lower()).hasValue(1);
        assertThat(range.lowerIncluded()).isFalse();
        assertThat(range.upper()).hasValue(5);
        assertThat(range.upperIncluded()).isTrue();
        assertThat(range.isEmpty()).isFalse();
        assertThat(Range.<Integer>all().lower()).isEmpty();
        assertThat(Range.<Integer>empty().isEmpty()).isTrue();
    }

    @Test
    void isWrittenAsInPostgres() {
        assertThat(Range.closed(1, 5)).hasToString("[1,5]");
        assertThat(Range.open(1, 5)).hasToString("(1,5)");
        assertThat(Range.atLeast(1)).hasToString("[1,)");
        assertThat(Range.greaterThan(1)).hasToString("(1,)");
        assertThat(Range.atMost(1)).hasToString("(,1]");
        assertThat(Range.lessThan(1)).hasToString("(,1)");
        assertThat(Range.all()).hasToString("(,)");
        assertThat(Range.empty()).hasToString("empty");
    }

    @Test
    void equalsARangeOfEqualBounds() {
        assertThat(Range.closed(1, 5)).isEqualTo(Range.closed(1, 5)).hasSameHashCodeAs(Range.closed(1, 5));
        assertThat(Range.closed(1, 5)).isNotEqualTo(Range.closedOpen(1, 5)).isNotEqualTo(Range.atLeast(1));
        assertThat(Range.all()).isNotEqualTo(Range.empty());
    }
}
