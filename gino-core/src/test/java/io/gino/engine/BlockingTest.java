/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** That blocking where it is not allowed is noticed in these tests at all. */
class BlockingTest {

    @Test
    void blockingInANonBlockingThreadIsNoticed() {
        Mono<Object> blocking = Mono.fromCallable(() -> {
                    Object lock = new Object();
                    synchronized (lock) {
                        lock.wait(1);
                    }
                    return lock;
                })
                .subscribeOn(Schedulers.parallel());
        StepVerifier.create(blocking).expectError(BlockingOperationError.class).verify(Duration.ofSeconds(10));
    }
}
