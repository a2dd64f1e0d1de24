/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void takesTheMiddleOfAnOddNumberOfRounds() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0), round -> round)).isEqualTo(new Spread(2, 1, 9));
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0, 4.0), round -> round)).isEqualTo(new Spread(3, 1, 9));
    }

    @Test
    void comparesRoundsThatWereMeasuredTogether() {
        assertThat(Spread.ofRatios(List.of(1.0, 20.0, 3.0), List.of(2.0, 40.0, 3.0), round -> round))
                .isEqualTo(new Spread(0.5, 0.5, 1));
    }
}
