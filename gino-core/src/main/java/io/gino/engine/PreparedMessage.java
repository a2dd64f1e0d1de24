/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.BindSlot;
import io.gino.type.BinaryBuffer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.message.frontend.FrontendMessage;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * All messages of PostgreSQL's extended protocol that run a statement once, as the bytes of one: it is prepared if it is
 * not yet, and described once. All values go in binary form; rows come as text, unless the driver was told otherwise.
 */
final class PreparedMessage implements FrontendMessage {

    /** Execute without a limit, and Sync. */
    private static final byte[] EXECUTE = {'E', 0, 0, 0, 9, 0, 0, 0, 0, 0, 'S', 0, 0, 0, 4};
    /** Describe of the portal. */
    private static final byte[] DESCRIBE = {'D', 0, 0, 0, 6, 'P', 0};

    /** The bytes of a message without the names and the values, and what a value has on average. */
    private static final int FIXED = 64;

    private static final int VALUE = 16;

    private final BinaryBuffer out;

    PreparedMessage(PreparedStatement statement, List<BindSlot> slots, DirectWire wire) {
        out = new BinaryBuffer(FIXED + slots.size() * VALUE);
        wire.statements().takeDropped().forEach(this::close);
        if (!statement.isPrepared()) {
            parse(statement);
        }
        bind(statement, slots, wire.isBinary());
        if (!statement.isDescribed()) {
            out.putBytes(DESCRIBE);
        }
        out.putBytes(EXECUTE);
    }

    private void close(PreparedStatement dropped) {
        int start = begin('C');
        out.putByte('S');
        putText(dropped.name());
        end(start);
    }

    private void parse(PreparedStatement statement) {
        int start = begin('P');
        putText(statement.name());
        out.putText(statement.sql());
        out.putByte(0);
        out.putShort(statement.parameters().length);
        for (WireParameter<?> parameter : statement.parameters()) {
            out.putInt(parameter.number());
        }
        end(start);
    }

    private void bind(PreparedStatement statement, List<BindSlot> slots, boolean isBinary) {
        int start = begin('B');
        out.putByte(0); // the portal without a name
        putText(statement.name());
        putForm(true);
        out.putShort(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            statement.parameters()[i].write(slots.get(i).value(), out);
        }
        putForm(isBinary);
        end(start);
    }

    /** One form for all values, or all columns. */
    private void putForm(boolean isBinary) {
        out.putShort(1);
        out.putShort(isBinary ? 1 : 0);
    }

    private int begin(char kind) {
        out.putByte(kind);
        out.putInt(0);
        return out.size() - Integer.BYTES;
    }

    /** The length of a message counts itself, but not the letter before it. */
    private void end(int start) {
        out.setInt(start, out.size() - start);
    }

    private void putText(byte[] text) {
        out.putBytes(text);
        out.putByte(0);
    }

    @Override
    public Publisher<ByteBuf> encode(ByteBufAllocator allocator) {
        return Mono.just(Unpooled.wrappedBuffer(out.array(), 0, out.size()));
    }
}
