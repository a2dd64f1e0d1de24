/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.engine.KeyedRead.Placed;
import io.gino.error.ConnectionException;
import io.gino.error.DataException;
import io.gino.error.DatabaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;

/**
 * Reads of one kind by their keys. The first few are sent at once, each by itself; those that come while these are on
 * their way wait for one of them to end, and are sent together. So nobody waits where there is nothing to wait for, and
 * the more there is to do, the less each costs. Everyone may go away; a statement that nobody waits for is cancelled.
 *
 * @param <R> what is read
 */
final class Gatherer<R> {

    /** How many statements may be on their way before reads wait. */
    private static final int STATEMENTS = 2;

    /** How many reads go into a statement. */
    private static final int MOST = 256;

    private final Verbs engine;
    /** For those who have gone away. */
    private final Batch nobody = new Batch();

    private final Queue<Reader> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    /** How often there was a reason to look whether something can be sent, while someone looks. */
    private final AtomicInteger reasons = new AtomicInteger();

    Gatherer(Verbs engine) {
        this.engine = engine;
    }

    Mono<R> read(KeyedRead<R> read) {
        return Mono.create(sink -> {
            Reader reader = new Reader(read, sink);
            sink.onCancel(reader::leave);
            waiting.add(reader);
            sendWhatCanBe();
        });
    }

    private void sendWhatCanBe() {
        if (reasons.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            while (running.get() < STATEMENTS && !waiting.isEmpty()) {
                sendNext();
            }
            seen = reasons.addAndGet(-seen);
        }
    }

    private void sendNext() {
        Batch batch = new Batch();
        Reader reader = waiting.poll();
        while (reader != null) {
            batch.add(reader);
            reader = batch.readers.size() < MOST ? waiting.poll() : null;
        }
        if (!batch.readers.isEmpty()) {
            batch.send();
        }
    }

    /** One statement for several readers. */
    private final class Batch extends BaseSubscriber<Placed<R>> {

        private final List<Reader> readers = new ArrayList<>();
        private final AtomicInteger gone = new AtomicInteger();
        private final AtomicBoolean isOver = new AtomicBoolean();
        /** Whether all readers are in. */
        private volatile boolean isFull;

        /** Takes the reader in unless he has gone away meanwhile. */
        void add(Reader reader) {
            if (reader.batch.compareAndSet(null, this)) {
                readers.add(reader);
            }
        }

        void send() {
            running.incrementAndGet();
            isFull = true;
            stopForNobody();
            Flux.defer(this::rows).subscribe(this);
        }

        private Flux<Placed<R>> rows() {
            KeyedRead<R> first = readers.get(0).read;
            if (readers.size() == 1) {
                return engine.all(first.alone()).map(value -> new Placed<>(1, value));
            }
            return engine.all(first.together(
                    readers.stream().map(reader -> reader.read.key()).toList()));
        }

        void left() {
            gone.incrementAndGet();
            stopForNobody();
        }

        private void stopForNobody() {
            if (isFull && gone.get() == readers.size()) {
                cancel();
                over();
            }
        }

        private void over() {
            if (isOver.compareAndSet(false, true)) {
                running.decrementAndGet();
                sendWhatCanBe();
            }
        }

        /** That of a reader who reads alone; of several none is in charge. */
        @Override
        public Context currentContext() {
            return readers.size() == 1 ? Context.of(readers.get(0).sink.contextView()) : Context.empty();
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            requestUnbounded();
        }

        @Override
        protected void hookOnNext(Placed<R> row) {
            readers.get((int) row.place() - 1).found = row.value();
        }

        /** Not before the connection is free again: who then reads the next one needs no other. */
        @Override
        protected void hookOnComplete() {
            readers.forEach(Reader::answer);
        }

        /** What a single key or row may have caused must not fail the others: each is read by itself then. */
        @Override
        protected void hookOnError(Throwable failure) {
            if (readers.size() == 1 || isOfAll(failure)) {
                readers.forEach(reader -> reader.sink.error(failure));
            } else {
                readers.forEach(reader -> reader.readAlone(this));
            }
        }

        /** Only bad data is that of one of them: a value that PostgreSQL refuses, or a row that cannot be read. */
        private static boolean isOfAll(Throwable failure) {
            boolean isRefused = failure instanceof DatabaseException && !(failure instanceof DataException);
            return isRefused || failure instanceof ConnectionException;
        }

        @Override
        protected void hookFinally(SignalType type) {
            over();
        }
    }

    /** Someone who waits for what he reads. */
    private final class Reader {

        private final KeyedRead<R> read;
        private final MonoSink<R> sink;
        /** What reads for him; {@link #nobody} when he has gone away. */
        private final AtomicReference<@Nullable Batch> batch = new AtomicReference<>();

        private @Nullable R found;

        Reader(KeyedRead<R> read, MonoSink<R> sink) {
            this.read = read;
            this.sink = sink;
        }

        void answer() {
            if (found == null) {
                sink.success();
            } else {
                sink.success(found);
            }
        }

        void leave() {
            Batch before = batch.getAndSet(nobody);
            if (before != null) {
                before.left();
            }
        }

        void readAlone(Batch before) {
            Batch own = new Batch();
            own.readers.add(this);
            if (batch.compareAndSet(before, own)) {
                found = null;
                own.send();
            }
        }
    }
}
