/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import org.junit.jupiter.api.Test;

class InvertDictTest {

    private final InvertDict<String, String> columns = new InvertDict<>();

    InvertDictTest() {
        columns.put("nickname", "name");
        columns.put("age", "years");
    }

    @Test
    void refusesASecondKeyForAValue() {
        assertThatThrownBy(() -> columns.put("fullname", "name"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("'name' belongs to 'nickname' already, and cannot belong to 'fullname' too. Take that one"
                        + " out first, or give another value.");
        assertThat(columns).doesNotContainKey("fullname");
    }

    @Test
    void takesTheSamePairTwice() {
        columns.put("nickname", "name");
        assertThat(columns).hasSize(2);
    }

    @Test
    void forgetsAValueThatIsReplacedOrRemoved() {
        columns.put("nickname", "nick");
        columns.remove("age");

        assertThat(columns.invertGet("name")).isEmpty();
        assertThat(columns.invertGet("years")).isEmpty();
        assertThat(columns.invertGet("nick")).contains("nickname");
        columns.put("fullname", "name");
        assertThat(columns)
                .containsExactly(java.util.Map.entry("nickname", "nick"), java.util.Map.entry("fullname", "name"));
    }

    @Test
    void isReadOnlyButForPutAndRemove() {
        assertThatThrownBy(() -> columns.entrySet().clear()).isInstanceOf(UnsupportedOperationException.class);
        columns.clear();
        assertThat(columns.invertGet("name", "gone")).isEqualTo("gone");
    }
}
