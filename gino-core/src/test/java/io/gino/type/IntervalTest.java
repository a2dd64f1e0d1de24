/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.UnsupportedTemporalTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "1 year 2 mons -3 days +04:05:06.7, 14, -3, 14706700000",
        "-1 years -2 mons +3 days -00:00:00.000001, -14, 3, -1",
        "00:00:00, 0, 0, 0",
        "2562047788:00:54.775807, 0, 0, 9223372036854775807",
        "@ 1 year 2 mons -3 days 4 hours 5 mins 6.7 secs, 14, -3, 14706700000",
        "@ 1 mon 2 days 3.5 secs ago, -1, -2, -3500000",
        "@ 0, 0, 0, 0",
        "P1Y2M-3DT4H5M6.7S, 14, -3, 14706700000",
        "P-1M2DT-3H-4M-5.5S, -1, 2, -11045500000",
        "P2W, 0, 14, 0",
        "PT0S, 0, 0, 0",
        "PT-1.123456789S, 0, 0, -1123456",
        "infinity, 2147483647, 2147483647, 9223372036854775807",
        "-infinity, -2147483648, -2147483648, -9223372036854775808"
    })
    void readsWhatPostgresPrints(String text, int months, int days, long microseconds) {
        Interval interval = Interval.parse(text);
        assertThat(interval).isEqualTo(new Interval(months, days, microseconds));
        assertThat(Interval.parse(interval.toString())).isEqualTo(interval);
    }

    @Test
    void rejectsWhatItDoesNotUnderstand() {
        for (String text : new String[] {"", "1-2", "1 fortnight", "P1X", "soon", "1 day x"}) {
            assertThatThrownBy(() -> Interval.parse(text))
                    .as(text)
                    .hasMessage("The interval '" + text + "' cannot be read. Leave IntervalStyle at postgres,"
                            + " postgres_verbose or iso_8601.");
        }
    }

    @Test
    void isMadeOfPeriodAndDuration() {
        Interval interval =
                Interval.of(Period.of(1, 14, 3), Duration.ofHours(49).plusNanos(1500));
        assertThat(interval).isEqualTo(new Interval(26, 3, 49 * 3_600_000_000L + 2));
        assertThat(interval.period()).isEqualTo(Period.of(2, 2, 3));
        assertThat(interval.duration()).isEqualTo(Duration.ofHours(49).plusNanos(2000));
        assertThat(interval).hasToString("+26 mons +3 days +49:00:00.000002");
    }

    @Test
    void isAddedToDatesAndTimes() {
        LocalDateTime time = LocalDateTime.of(2024, 1, 31, 12, 0);
        Interval interval = new Interval(1, 1, 3_600_000_000L);
        assertThat(time.plus(interval)).isEqualTo(LocalDateTime.of(2024, 3, 1, 13, 0));
        assertThat(time.minus(interval)).isEqualTo(LocalDateTime.of(2023, 12, 30, 11, 0));
        assertThat(time.toLocalDate().plus(Interval.of(Period.ofDays(1)))).isEqualTo("2024-02-01");
        assertThatThrownBy(() -> interval.get(ChronoUnit.YEARS))
                .isInstanceOf(UnsupportedTemporalTypeException.class)
                .hasMessage("An interval is made of months, days and microseconds, not Years");
    }
}
