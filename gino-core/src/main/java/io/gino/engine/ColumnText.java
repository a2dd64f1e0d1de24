/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.LoadException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Teaches the driver to give any column as the text that PostgreSQL sent, when it is asked for a {@link CharSequence}.
 * Without it the driver tries all its codecs in vain for each value of a type it does not know, and refuses the text of
 * arrays of text. The driver finds this as a service; where {@code autodetectExtensions} is off, register it by
 * {@code codecRegistrar(new ColumnText())}.
 *
 * @since 0.1.0
 */
public final class ColumnText implements CodecRegistrar {

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> registry.addFirst(new TextCodec()));
    }

    private static final class TextCodec implements Codec<CharSequence> {

        /** The types whose binary form is their text: "char", name, text, json, unknown, bpchar, varchar. */
        private static final Set<Integer> TEXTS = Set.of(18, 19, 25, 114, 705, 1042, 1043);

        @Override
        public boolean canDecode(int dataType, Format format, Class<?> type) {
            return type == CharSequence.class;
        }

        @Override
        public @Nullable CharSequence decode(
                @Nullable ByteBuf buffer, int dataType, Format format, Class<? extends CharSequence> type) {
            if (format == Format.FORMAT_BINARY && !TEXTS.contains(dataType)) {
                throw new LoadException(
                        "The driver was told to have every value sent in binary form, which it knows for"
                                + " few types only. Leave its option forceBinary out.");
            }
            return buffer == null ? null : buffer.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean canEncode(Object value) {
            return false;
        }

        @Override
        public boolean canEncodeNull(Class<?> type) {
            return false;
        }

        @Override
        public EncodedParameter encode(Object value) {
            throw new UnsupportedOperationException("This codec only reads");
        }

        @Override
        public EncodedParameter encode(Object value, int dataType) {
            return encode(value);
        }

        @Override
        public EncodedParameter encodeNull() {
            throw new UnsupportedOperationException("This codec only reads");
        }
    }
}
