/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.r2dbc.postgresql.message.Format.FORMAT_BINARY;
import static io.r2dbc.postgresql.message.Format.FORMAT_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.type.Decoder;
import io.gino.type.SqlType;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.postgresql.codec.DefaultCodecs;
import io.r2dbc.postgresql.message.Format;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The driver's codecs are what gino's decoders must agree with, for whatever PostgreSQL can send. */
class DecodersTest {

    /** A million in all; {@code -Dgino.values=1000000} tries as many of each form, which takes minutes. */
    private static final int VALUES =
            Integer.getInteger("gino.values", 1_000_000 / (TextForms.ALL.size() + BinaryForms.ALL.size()));

    private static final DefaultCodecs DRIVER = new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT);

    static final List<PostgresForm<?>> TEXTS = TextForms.ALL;
    static final List<PostgresForm<?>> BINARIES = BinaryForms.ALL;

    @ParameterizedTest
    @FieldSource("TEXTS")
    void readsRandomTextAsTheDriver(PostgresForm<?> form) {
        agreeOnRandomValues(form, FORMAT_TEXT);
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void readsTextOfExtremesAsTheDriver(PostgresForm<?> form) {
        assertThat(form.extremes()).isNotEmpty();
        form.extremes().forEach(extreme -> agree(form, FORMAT_TEXT, extreme));
    }

    @ParameterizedTest
    @FieldSource("BINARIES")
    void readsRandomBinaryFormsAsTheDriver(PostgresForm<?> form) {
        agreeOnRandomValues(form, FORMAT_BINARY);
    }

    @ParameterizedTest
    @FieldSource("BINARIES")
    void readsBinaryFormsOfExtremesAsTheDriver(PostgresForm<?> form) {
        assertThat(form.extremes()).isNotEmpty();
        form.extremes().forEach(extreme -> agree(form, FORMAT_BINARY, extreme));
    }

    private static void agreeOnRandomValues(PostgresForm<?> form, Format format) {
        SplittableRandom random = new SplittableRandom(form.number());
        for (int i = 0; i < VALUES; i++) {
            agree(form, format, form.random().apply(random));
        }
    }

    private static <T> void agree(PostgresForm<T> form, Format format, byte[] bytes) {
        Object expected = plain(DRIVER.decode(Unpooled.wrappedBuffer(bytes), form.number(), format, form.driver()));
        Object found = plain(ours(form.type(), form.number(), format, bytes));
        if (!Objects.equals(found, expected)) {
            assertThat(found).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(expected);
        }
    }

    /** Among other bytes, of which none may be read. */
    private static <T> T ours(SqlType<T> type, int number, Format format, byte[] bytes) {
        Decoder<T> decoder = type.decoder(number, format == FORMAT_BINARY).orElseThrow();
        byte[] among = new byte[bytes.length + 6];
        Arrays.fill(among, (byte) '7');
        System.arraycopy(bytes, 0, among, 3, bytes.length);
        return decoder.decode(among, 3, 3 + bytes.length);
    }

    /** What has an equals by value: lists for arrays, and the text of documents. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } else if (value instanceof Object[] elements) {
            return Arrays.asList(elements);
        } else if (value instanceof io.r2dbc.postgresql.codec.Json document) {
            return document.asString();
        }
        return value instanceof io.gino.type.Json document ? document.text() : value;
    }
}
