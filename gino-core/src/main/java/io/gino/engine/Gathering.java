/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Reads by key that come while others of their kind are on their way, as few statements. A service: thread-safe. */
final class Gathering {

    private final Verbs engine;
    private final Map<Object, Gatherer<?>> gatherers = new ConcurrentHashMap<>();

    Gathering(Verbs engine) {
        this.engine = engine;
    }

    @SuppressWarnings("unchecked") // reads of one kind read the same
    <R> Mono<R> read(KeyedRead<R> read) {
        Gatherer<R> gatherer = (Gatherer<R>) gatherers.computeIfAbsent(read.kind(), kind -> new Gatherer<R>(engine));
        return gatherer.read(read);
    }
}
