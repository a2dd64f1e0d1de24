/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.TextForms.utf8;

import io.gino.type.SqlType;
import io.gino.type.Types;
import io.r2dbc.postgresql.codec.Json;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/** The binary form of each type, as far as the driver knows it. */
final class BinaryForms {

    static final List<PostgresForm<?>> ALL = List.of(
            binary(
                    Types.BOOLEAN,
                    16,
                    Boolean.class,
                    random -> out(o -> o.writeBoolean(random.nextBoolean())),
                    out(o -> o.writeByte(0)),
                    out(o -> o.writeByte(1))),
            binary(
                    Types.SMALLINT,
                    21,
                    Short.class,
                    random -> out(o -> o.writeShort(random.nextInt())),
                    out(o -> o.writeShort(Short.MIN_VALUE)),
                    out(o -> o.writeShort(Short.MAX_VALUE))),
            binary(
                    Types.INTEGER,
                    23,
                    Integer.class,
                    random -> out(o -> o.writeInt(random.nextInt())),
                    out(o -> o.writeInt(Integer.MIN_VALUE)),
                    out(o -> o.writeInt(Integer.MAX_VALUE))),
            binary(
                    Types.INTEGER,
                    21,
                    Integer.class,
                    random -> out(o -> o.writeShort(random.nextInt())),
                    out(o -> o.writeShort(Short.MIN_VALUE))),
            binary(
                    Types.BIGINT,
                    20,
                    Long.class,
                    random -> out(o -> o.writeLong(random.nextLong())),
                    out(o -> o.writeLong(Long.MIN_VALUE)),
                    out(o -> o.writeLong(Long.MAX_VALUE))),
            binary(
                    Types.BIGINT,
                    23,
                    Long.class,
                    random -> out(o -> o.writeInt(random.nextInt())),
                    out(o -> o.writeInt(Integer.MIN_VALUE))),
            binary(
                    Types.BIGINT,
                    21,
                    Long.class,
                    random -> out(o -> o.writeShort(random.nextInt())),
                    out(o -> o.writeShort(Short.MIN_VALUE))),
            binary(
                    Types.BIGINT,
                    26,
                    Long.class,
                    random -> out(o -> o.writeInt(random.nextInt())),
                    out(o -> o.writeInt(-1))),
            binary(
                    Types.REAL,
                    700,
                    Float.class,
                    random -> out(o -> o.writeInt(random.nextInt())),
                    out(o -> o.writeFloat(-0.0f)),
                    out(o -> o.writeFloat(Float.NaN)),
                    out(o -> o.writeFloat(1 / 0f))),
            binary(
                    Types.DOUBLE,
                    701,
                    Double.class,
                    random -> out(o -> o.writeLong(random.nextLong())),
                    out(o -> o.writeDouble(-0.0)),
                    out(o -> o.writeDouble(Double.NaN)),
                    out(o -> o.writeDouble(-1 / 0.0))),
            binary(
                    Types.NUMERIC,
                    1700,
                    BigDecimal.class,
                    random -> numeric(RandomValues.nonZero(random)),
                    numeric(new BigDecimal("0.0001")),
                    numeric(new BigDecimal("-10000")),
                    numeric(new BigDecimal("1.50")),
                    numeric(new BigDecimal("9".repeat(1000))),
                    numeric(new BigDecimal("0." + "0".repeat(500) + "1"))),
            binary(
                    Types.UUID,
                    2950,
                    UUID.class,
                    random -> out(o -> {
                        o.writeLong(random.nextLong());
                        o.writeLong(random.nextLong());
                    }),
                    new byte[16]),
            binary(Types.BYTEA, 17, byte[].class, RandomValues::bytes, new byte[0], new byte[] {0, -1}),
            binary(Types.TEXT, 25, String.class, random -> utf8(RandomValues.words(random)), utf8(""), utf8("𝄞")),
            binary(Types.TEXT, 1043, String.class, random -> utf8(RandomValues.words(random)), utf8(""), utf8("𝄞")),
            binary(Types.JSONB, 3802, Json.class, random -> utf8('\1' + RandomValues.document(random)), utf8("\1null")),
            binary(
                    Types.DATE,
                    1082,
                    LocalDate.class,
                    random -> out(o -> o.writeInt(random.nextInt(-100_000, 2_000_000))),
                    out(o -> o.writeInt(0)),
                    out(o -> o.writeInt(-152_384))),
            binary(
                    Types.TIME,
                    1083,
                    LocalTime.class,
                    random -> out(o -> o.writeLong(random.nextLong(86_400_000_000L))),
                    out(o -> o.writeLong(0)),
                    out(o -> o.writeLong(86_399_999_999L))),
            binary(
                    Types.TIMETZ,
                    1266,
                    OffsetTime.class,
                    random -> out(o -> {
                        o.writeLong(random.nextLong(86_400_000_000L));
                        o.writeInt(random.nextInt(-57_599, 57_600));
                    }),
                    out(o -> {
                        o.writeLong(86_399_999_999L);
                        o.writeInt(57_599);
                    })),
            binary(
                    Types.TIMESTAMP,
                    1114,
                    LocalDateTime.class,
                    random -> out(o -> o.writeLong(RandomValues.micros(random))),
                    out(o -> o.writeLong(0)),
                    out(o -> o.writeLong(-1_000_000)),
                    out(o -> o.writeLong(999_999))));

    private BinaryForms() {}

    private static <T> PostgresForm<T> binary(
            SqlType<T> type,
            int number,
            Class<?> driver,
            Function<SplittableRandom, byte[]> random,
            byte[]... extremes) {
        return new PostgresForm<>(type, number, driver, random, List.of(extremes));
    }

    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    static byte[] out(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16);
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Digits of four each, on both sides of the point, without those of zeros at the ends. */
    static byte[] numeric(BigDecimal number) {
        String plain = number.abs().toPlainString();
        String whole = plain.contains(".") ? plain.substring(0, plain.indexOf('.')) : plain;
        String fraction = plain.contains(".") ? plain.substring(plain.indexOf('.') + 1) : "";
        String digits = "0".repeat((4 - whole.length() % 4) % 4)
                + whole
                + fraction
                + "0".repeat((4 - fraction.length() % 4) % 4);
        int first = 0;
        int last = digits.length() / 4;
        while (first < last && digits.startsWith("0000", first * 4)) {
            first++;
        }
        while (last > first && digits.startsWith("0000", last * 4 - 4)) {
            last--;
        }
        int from = first;
        int to = last;
        return out(o -> {
            o.writeShort(to - from);
            o.writeShort(from == to ? 0 : (whole.length() + 3) / 4 - 1 - from);
            o.writeShort(number.signum() < 0 ? 0x4000 : 0);
            o.writeShort(Math.max(0, number.scale()));
            for (int i = from; i < to; i++) {
                o.writeShort(Integer.parseInt(digits.substring(i * 4, i * 4 + 4)));
            }
        });
    }
}
