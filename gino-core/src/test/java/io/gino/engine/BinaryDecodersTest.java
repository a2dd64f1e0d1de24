/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.BinaryForms.numeric;
import static io.gino.engine.BinaryForms.out;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.LoadException;
import io.gino.type.Interval;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Binary forms of which the driver makes something else, or nothing. */
class BinaryDecodersTest {

    private static final int DATE = 1082;
    private static final int TIME = 1083;
    private static final int TIMESTAMP = 1114;
    private static final int TIMESTAMPTZ = 1184;
    private static final int TIMETZ = 1266;
    private static final int NUMERIC = 1700;

    private static <T> T read(SqlType<T> type, int number, BinaryForms.Writing bytes) {
        return read(type, number, out(bytes));
    }

    private static <T> T read(SqlType<T> type, int number, byte[] bytes) {
        return type.decoder(number, true).orElseThrow().decode(bytes, 0, bytes.length);
    }

    @Test
    void readsInfinity() {
        assertThat(read(Types.DATE, DATE, o -> o.writeInt(Integer.MAX_VALUE))).isEqualTo(LocalDate.MAX);
        assertThat(read(Types.DATE, DATE, o -> o.writeInt(Integer.MIN_VALUE))).isEqualTo(LocalDate.MIN);
        assertThat(read(Types.TIMESTAMP, TIMESTAMP, o -> o.writeLong(Long.MAX_VALUE)))
                .isEqualTo(LocalDateTime.MAX);
        assertThat(read(Types.TIMESTAMP, TIMESTAMP, o -> o.writeLong(Long.MIN_VALUE)))
                .isEqualTo(LocalDateTime.MIN);
        assertThat(read(Types.TIMESTAMPTZ, TIMESTAMPTZ, o -> o.writeLong(Long.MAX_VALUE)))
                .isEqualTo(OffsetDateTime.MAX);
        assertThat(read(Types.INSTANT, TIMESTAMPTZ, o -> o.writeLong(Long.MIN_VALUE)))
                .isEqualTo(Instant.MIN);
    }

    @Test
    void readsPartsOfSecondsBefore2000() {
        assertThat(read(Types.TIMESTAMP, TIMESTAMP, o -> o.writeLong(-1)))
                .isEqualTo(LocalDateTime.parse("1999-12-31T23:59:59.999999"));
    }

    @Test
    void countsDaysBefore1582AsPostgres() {
        assertThat(read(Types.TIMESTAMP, TIMESTAMP, o -> o.writeLong(-211_813_488_000_000_000L)))
                .isEqualTo(LocalDateTime.of(-4713, 11, 24, 0, 0));
        assertThat(read(Types.DATE, DATE, o -> o.writeInt(-152_556))).isEqualTo(LocalDate.of(1582, 4, 26));
    }

    @Test
    void readsMomentsInTheTimeZoneOfTheJvm() {
        Instant moment = Instant.parse("2024-07-01T12:00:00.000001Z");
        long micros = (moment.getEpochSecond() - 946_684_800) * 1_000_000 + 1;
        assertThat(read(Types.TIMESTAMPTZ, TIMESTAMPTZ, o -> o.writeLong(micros)))
                .isEqualTo(moment.atZone(ZoneId.systemDefault()).toOffsetDateTime());
    }

    @Test
    void readsMidnightAtTheEndOfTheDay() {
        assertThat(read(Types.TIME, TIME, o -> o.writeLong(86_400_000_000L))).isEqualTo(LocalTime.MAX);
        assertThat(read(Types.TIMETZ, TIMETZ, o -> {
                    o.writeLong(86_400_000_000L);
                    o.writeInt(-7200);
                }))
                .isEqualTo(OffsetTime.parse("23:59:59.999999999+02:00"));
    }

    @Test
    void keepsTheDecimalsOfZero() {
        assertThat(read(Types.NUMERIC, NUMERIC, numeric(new BigDecimal("0.00"))))
                .isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThatThrownBy(() -> read(Types.NUMERIC, NUMERIC, o -> {
                    o.writeShort(0);
                    o.writeShort(0);
                    o.writeShort(0xc000);
                    o.writeShort(0);
                }))
                .isInstanceOf(LoadException.class)
                .hasMessage("A BigDecimal holds neither NaN nor infinity.");
    }

    @Test
    void readsDocuments() {
        assertThat(read(Types.JSONB, 3802, TextForms.utf8("\1{}"))).isEqualTo(new Json("{}"));
        assertThat(read(Types.JSON, 114, TextForms.utf8("{}"))).isEqualTo(new Json("{}"));
    }

    @Test
    void readsIntervals() {
        assertThat(read(Types.INTERVAL, 1186, o -> {
                    o.writeLong(-3);
                    o.writeInt(2);
                    o.writeInt(-1);
                }))
                .isEqualTo(new Interval(-1, 2, -3));
    }

    @Test
    void readsArraysOfArraysAndNull() {
        byte[] array = out(o -> {
            for (int header : new int[] {2, 1, 23, 2, 1, 2, 1}) {
                o.writeInt(header);
            }
            for (int element = 1; element < 4; element++) {
                o.writeInt(4);
                o.writeInt(element);
            }
            o.writeInt(-1);
        });
        assertThat(read(Types.INTEGER.array().array(), 1007, array).toString()).isEqualTo("[[1, 2], [3, null]]");
        assertThatThrownBy(() -> read(Types.INTEGER.array(), 1007, array))
                .isInstanceOf(LoadException.class)
                .hasMessage("The value is an array of more dimensions than integer[] has.");
        assertThat(read(Types.INTEGER.array(), 1007, o -> {
                    o.writeInt(0);
                    o.writeInt(0);
                    o.writeInt(23);
                }))
                .isEqualTo(List.of());
    }

    @Test
    void knowsNoBinaryFormOfWhatOnlyTextTells() {
        assertThat(Types.INET.decoder(869, true)).isEmpty();
        assertThat(Types.TEXT.decoder(869, true)).isEmpty();
    }
}
