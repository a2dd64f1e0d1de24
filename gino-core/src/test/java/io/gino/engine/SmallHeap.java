/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;

import io.gino.sql.Text;
import io.gino.type.Types;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** The program of {@link HugeResultIT}: reads three million rows, 600 MB, and is in no hurry at first. */
final class SmallHeap {

    private static final Text<String> MILLIONS =
            text("SELECT repeat('x', 200) || g FROM generate_series(1, 3000000) AS g")
                    .read(Types.TEXT);

    private SmallHeap() {}

    /** @param arguments the URL, and the verb */
    public static void main(String[] arguments) throws InterruptedException {
        GinoEngine engine = GinoEngine.builder(arguments[0]).poolSize(0, 1).build();
        Slow slow = new Slow();
        (arguments[1].equals("all") ? engine.all(MILLIONS) : engine.iterate(MILLIONS)).subscribe(slow);
        boolean ended = slow.ended.await(2, TimeUnit.MINUTES);
        engine.close().block(Duration.ofSeconds(10));
        System.out.println(ended ? "rows: " + slow.rows + ", failure: " + slow.failure : "did not end");
    }

    /** Takes ten rows, one in each tenth of a second, and then all others. */
    private static final class Slow extends BaseSubscriber<String> {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final AtomicLong rows = new AtomicLong();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(1);
        }

        @Override
        protected void hookOnNext(String row) {
            long count = rows.incrementAndGet();
            if (count <= 10) {
                long more = count < 10 ? 1 : Long.MAX_VALUE;
                Mono.delay(Duration.ofMillis(100)).subscribe(tick -> request(more));
            }
        }

        @Override
        protected void hookOnError(Throwable error) {
            failure.set(error);
        }

        @Override
        protected void hookFinally(SignalType type) {
            ended.countDown();
        }
    }
}
