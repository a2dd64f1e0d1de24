/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void namesTheNearest() {
        assertThat(Wording.didYouMean("nmae", List.of("id", "name", "fullname")))
                .isEqualTo("Did you mean 'name'? It has: id, name, fullname.");
    }

    @Test
    void comparesWithoutLetterCase() {
        assertThat(Wording.didYouMean("USERID", List.of("id", "userId")))
                .isEqualTo("Did you mean 'userId'? It has: id, userId.");
    }

    @Test
    void guessesNothingFarAway() {
        assertThat(Wording.didYouMean("telephone", List.of("id", "name"))).isEqualTo("It has: id, name.");
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(Wording.didYouMean("x", List.of())).isEqualTo("It has: none.");
    }
}
