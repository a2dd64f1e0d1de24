/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A result that is read to its end however slowly it is taken: whatever is done for one of its rows over another
 * connection has to wait for that.
 */
record GuestResult(Result result) implements Result {

    @Override
    public Publisher<Long> getRowsUpdated() {
        return result.getRowsUpdated();
    }

    @Override
    public <T> Publisher<T> map(BiFunction<Row, RowMetadata, ? extends T> mapping) {
        return Flux.from(result.<T>map(mapping)).onBackpressureBuffer();
    }

    @Override
    public <T> Publisher<T> map(Function<? super Readable, ? extends T> mapping) {
        return Flux.from(result.<T>map(mapping)).onBackpressureBuffer();
    }

    @Override
    public Result filter(Predicate<Segment> filter) {
        return new GuestResult(result.filter(filter));
    }

    @Override
    public <T> Publisher<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mapping) {
        return Flux.from(result.<T>flatMap(mapping)).onBackpressureBuffer();
    }
}
