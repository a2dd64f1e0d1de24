/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.engine.StatementListener.End;
import io.gino.engine.StatementListener.Outcome;
import io.gino.engine.StatementListener.Scope;
import io.gino.engine.StatementListener.Start;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Lets listeners hear of a statement.
 *
 * @param database the engine's name
 * @param rows how many rows have come
 */
record Hearing(String database, List<StatementListener> listeners, Compiled statement, LongSupplier rows) {

    private static final Logger LOG = LoggerFactory.getLogger(StatementListener.class);

    <T> Flux<T> of(Flux<T> work) {
        return Flux.deferContextual(context -> {
            List<Consumer<End>> ends = listeners(context);
            Heard heard = new Heard(ends, System.nanoTime());
            return inside(ends, work)
                    .doOnComplete(() -> heard.end(Outcome.SUCCESS, Optional.empty()))
                    .doOnError(failure -> heard.end(Outcome.ERROR, Optional.of(failure)))
                    .doOnCancel(() -> heard.cancelled(Deadline.missed(context)));
        });
    }

    private List<Consumer<End>> listeners(ContextView context) {
        Start start = new Start(
                database,
                operation(statement.command()),
                Optional.of(statement.table()).filter(name -> !name.isEmpty()),
                statement.sql());
        return listeners.stream()
                .map(listener -> started(listener, start, context))
                .toList();
    }

    private static String operation(String command) {
        int end = 0;
        while (end < command.length() && Character.isLetter(command.charAt(end))) {
            end++;
        }
        return end == 0 ? "OTHER" : command.substring(0, end).toUpperCase(Locale.ROOT);
    }

    private static Consumer<End> started(StatementListener listener, Start start, ContextView context) {
        try {
            return listener.started(start, context);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed at the start of a statement", e);
            return end -> {};
        }
    }

    private static <T> Flux<T> inside(List<Consumer<End>> ends, Flux<T> work) {
        Flux<T> inside = work;
        for (Consumer<End> end : ends) {
            if (end instanceof Scope scope) {
                inside = inside.contextWrite(context -> entered(scope, context));
            }
        }
        return inside;
    }

    private static Context entered(Scope scope, Context context) {
        try {
            return scope.enter(context);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed at the start of a statement", e);
            return context;
        }
    }

    /** A statement under way. */
    private final class Heard {

        private final List<Consumer<End>> ends;
        private final long start;
        private final AtomicBoolean isOver = new AtomicBoolean();

        Heard(List<Consumer<End>> ends, long start) {
            this.ends = ends;
            this.start = start;
        }

        void cancelled(Optional<Throwable> late) {
            end(late.isPresent() ? Outcome.ERROR : Outcome.CANCELLED, late);
        }

        void end(Outcome outcome, Optional<Throwable> failure) {
            if (isOver.compareAndSet(false, true)) {
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                End end = new End(outcome, rows.getAsLong(), took, failure);
                ends.forEach(listener -> tell(listener, end));
            }
        }

        private static void tell(Consumer<End> listener, End end) {
            try {
                listener.accept(end);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed at the end of a statement", e);
            }
        }
    }
}
