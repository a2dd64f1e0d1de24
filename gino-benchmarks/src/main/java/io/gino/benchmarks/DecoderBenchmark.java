/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks;

import io.gino.type.Decoder;
import io.gino.type.SqlType;
import io.gino.type.Types;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.postgresql.codec.DefaultCodecs;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.postgresql.message.Format;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to make a Java value of one cell that PostgreSQL sent: by the driver's codec and by gino's decoder. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecoderBenchmark {

    @Param
    public Cell cell = Cell.TIMESTAMPTZ;

    private final DefaultCodecs driver = new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT);
    private final byte[] bytes = new byte[256];
    private ByteBuf buffer = Unpooled.EMPTY_BUFFER;
    private Decoder<?> decoder = (cells, from, to) -> cells;

    @Setup
    public void slice() {
        ByteBuf row = Unpooled.directBuffer().writeBytes(cell.bytes);
        buffer = row.readRetainedSlice(cell.bytes.length);
        decoder = cell.type
                .decoder(cell.number, cell.format == Format.FORMAT_BINARY)
                .orElseThrow();
    }

    @Benchmark
    public Object driver() {
        Object value = driver.decode(buffer, cell.number, cell.format, cell.driver);
        buffer.readerIndex(0);
        return Objects.requireNonNull(value);
    }

    @Benchmark
    public Object gino() {
        int length = buffer.readableBytes();
        buffer.getBytes(buffer.readerIndex(), bytes, 0, length);
        return decoder.decode(bytes, 0, length);
    }

    /** A value in the text that PostgreSQL prints of it, or in its binary form. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody changes them
    public enum Cell {
        BOOLEAN(Types.BOOLEAN, 16, Boolean.class, "t"),
        INTEGER(Types.INTEGER, 23, Integer.class, "123456"),
        BIGINT(Types.BIGINT, 20, Long.class, "123456789012"),
        BIGINT_BINARY(Types.BIGINT, 20, Long.class, "\\x0000001cbe991a14"),
        DOUBLE(Types.DOUBLE, 701, Double.class, "1234.5"),
        DOUBLE_LONG(Types.DOUBLE, 701, Double.class, "0.30000000000000004"),
        DOUBLE_BINARY(Types.DOUBLE, 701, Double.class, "\\x40934a0000000000"),
        NUMERIC(Types.NUMERIC, 1700, BigDecimal.class, "12345.67"),
        NUMERIC_BINARY(Types.NUMERIC, 1700, BigDecimal.class, "\\x00030001000000020001092919fc"),
        UUID(Types.UUID, 2950, UUID.class, "0188cdb2-7ec0-7d4c-9d4f-2f1f0f6f0a11"),
        BYTEA(Types.BYTEA, 17, byte[].class, "0".repeat(64)),
        TEXT(Types.TEXT, 25, String.class, "jack@example.com"),
        JSONB(Types.JSONB, 3802, Json.class, "{\"city\": \"Paris\"}"),
        DATE(Types.DATE, 1082, LocalDate.class, "2024-02-29"),
        TIME(Types.TIME, 1083, LocalTime.class, "12:34:56.789"),
        TIMETZ(Types.TIMETZ, 1266, OffsetTime.class, "12:34:56.789+02"),
        TIMESTAMP(Types.TIMESTAMP, 1114, LocalDateTime.class, "2024-02-29 12:34:56.789"),
        TIMESTAMPTZ(Types.TIMESTAMPTZ, 1184, OffsetDateTime.class, "2024-02-29 12:34:56.789012+00"),
        TIMESTAMPTZ_BINARY(Types.TIMESTAMPTZ, 1184, OffsetDateTime.class, "\\x0002b5e3d0a1b2c3"),
        BIGINTS(Types.BIGINT.array(), 1016, Long[].class, "{1,2,3,4,5,6,7,8,9,10}"),
        TEXTS(Types.TEXT.array(), 1009, String[].class, "{red,green,\"light blue\"}");

        private final SqlType<?> type;
        private final int number;
        private final Class<?> driver;
        private final Format format;
        private final byte[] bytes;

        Cell(SqlType<?> type, int number, Class<?> driver, String text) {
            boolean isBinary = text.startsWith("\\x");
            this.type = type;
            this.number = number;
            this.driver = driver;
            this.format = isBinary ? Format.FORMAT_BINARY : Format.FORMAT_TEXT;
            this.bytes = isBinary
                    ? HexFormat.of().parseHex(text.substring(2))
                    : (number == 17 ? "\\x" + text : text).getBytes(StandardCharsets.UTF_8);
        }
    }
}
