/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.LoadException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTreeTest {

    private static <T> String json(SqlType<T> type, T value) {
        return JsonTree.json(type, value).text();
    }

    @Test
    void keepsWhatIsNotSet() {
        JsonTree tree = JsonTree.of(new Json("{\"a\": 1, \"b\": {\"c\": [true, null], \"d\": 2}}"));
        tree.set(List.of("b", "d"), Types.INTEGER, 3);
        tree.set(List.of("e", "f"), Types.TEXT, null);
        assertThat(tree.json().text()).isEqualTo("{\"a\":1,\"b\":{\"c\":[true,null],\"d\":3},\"e\":{\"f\":null}}");
    }

    @Test
    void keepsEveryDigit() {
        String text = "{\"a\":12345678901234567890.123456789012345,\"b\":123456789012345678901234567890}";
        assertThat(JsonTree.of(new Json(text)).json().text()).isEqualTo(text);
    }

    @Test
    void tellsNullFromAbsent() {
        JsonTree tree = JsonTree.of(new Json("{\"a\": null}"));
        assertThat(tree.has(List.of("a"))).isTrue();
        assertThat(tree.has(List.of("b"))).isFalse();
        assertThat(tree.has(List.of("a", "b"))).isFalse();
        assertThat(tree.get(List.of("a"), Types.TEXT)).isNull();
    }

    @Test
    void aDocumentIsAnObject() {
        assertThat(JsonTree.of(new Json("null")).isEmpty()).isTrue();
        assertThatThrownBy(() -> JsonTree.of(new Json("[1]")))
                .isInstanceOf(LoadException.class)
                .hasMessage("The JSON document is no object, and so has no fields.");
    }

    @Test
    void timesHaveAllTheirDigitsAndMomentsAreInUtc() {
        assertThat(json(Types.DATE, LocalDate.of(5, 1, 2))).isEqualTo("\"0005-01-02\"");
        assertThat(json(Types.DATE, LocalDate.MAX)).isEqualTo("\"infinity\"");
        assertThat(json(Types.TIMESTAMP, LocalDateTime.of(2026, 1, 2, 3, 4)))
                .isEqualTo("\"2026-01-02T03:04:00.000000\"");
        assertThat(json(Types.TIMESTAMP, LocalDateTime.of(2026, 1, 2, 3, 4, 5, 999_999_999)))
                .isEqualTo("\"2026-01-02T03:04:06.000000\"");
        assertThat(json(Types.TIMESTAMPTZ, OffsetDateTime.of(2026, 1, 1, 0, 30, 0, 1000, ZoneOffset.ofHours(1))))
                .isEqualTo("\"2025-12-31T23:30:00.000001+00:00\"");
        assertThat(json(Types.TIMESTAMPTZ, OffsetDateTime.MIN)).isEqualTo("\"-infinity\"");
        assertThat(json(Types.TIME, LocalTime.of(1, 2))).isEqualTo("\"01:02:00.000000\"");
        assertThat(json(Types.TIME, LocalTime.MAX)).isEqualTo("\"24:00:00.000000\"");
    }

    @Test
    void numbersThatJsonLacksAreText() {
        assertThat(json(Types.DOUBLE, Double.NaN)).isEqualTo("\"NaN\"");
        assertThat(json(Types.NUMERIC, new BigDecimal("1.50"))).isEqualTo("1.50");
        JsonTree tree = JsonTree.of(new Json("{\"a\": \"NaN\", \"b\": \"12\", \"c\": 20.0, \"d\": 20.5}"));
        assertThat(tree.get(List.of("a"), Types.DOUBLE)).isNaN();
        assertThat(tree.get(List.of("b"), Types.INTEGER)).isEqualTo(12);
        assertThat(tree.get(List.of("b"), Types.TEXT)).isEqualTo("12");
        assertThat(tree.get(List.of("c"), Types.INTEGER)).isEqualTo(20);
        assertThatThrownBy(() -> tree.get(List.of("d"), Types.INTEGER))
                .isInstanceOf(LoadException.class)
                .hasMessage("It holds a number that is no Integer.");
    }

    @Test
    void booleansAreNothingElse() {
        JsonTree tree = JsonTree.of(new Json("{\"a\": true, \"b\": \"false\", \"c\": \"yes\"}"));
        assertThat(tree.get(List.of("a"), Types.BOOLEAN)).isTrue();
        assertThat(tree.get(List.of("b"), Types.BOOLEAN)).isFalse();
        assertThatThrownBy(() -> tree.get(List.of("c"), Types.BOOLEAN))
                .isInstanceOf(LoadException.class)
                .hasMessage("It holds a text that is no Boolean.");
    }
}
