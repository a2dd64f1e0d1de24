/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.compile.Compiled;
import io.gino.engine.StatementListener.End;
import io.gino.engine.StatementListener.Outcome;
import io.gino.engine.StatementListener.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

class HearingTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String KEY = "key";

    /** Gives what the statement finds in its context, and then what stands in the caller's. */
    private static List<String> found(StatementListener... listeners) {
        Flux<String> statement = Flux.deferContextual(context -> Flux.just(context.getOrDefault(KEY, "nothing")));
        return new Hearing("gino", List.of(listeners), Compiled.command("SELECT"), () -> 0)
                .of(statement)
                .flatMap(inside -> Flux.deferContextual(
                        context -> Flux.just(inside, context.<String>getOrDefault(KEY, "nothing"))))
                .contextWrite(Context.of(KEY, "the caller's"))
                .collectList()
                .block(LIMIT);
    }

    private record Surrounding(String value, List<Outcome> ends) implements Scope {

        @Override
        public Context enter(Context context) {
            if (value.isEmpty()) {
                throw new IllegalStateException("nothing to enter");
            }
            return context.put(KEY, value);
        }

        @Override
        public void accept(End end) {
            ends.add(end.outcome());
        }
    }

    @Test
    void aScopeSurroundsTheStatementAndNotItsCaller() {
        List<Outcome> ends = new ArrayList<>();
        assertThat(found((start, context) -> new Surrounding("the scope's", ends)))
                .containsExactly("the scope's", "the caller's");
        assertThat(ends).containsExactly(Outcome.SUCCESS);
    }

    @Test
    void otherListenersLeaveTheContextAlone() {
        assertThat(found((start, context) -> end -> {})).containsExactly("the caller's", "the caller's");
    }

    @Test
    void aScopeThatFailsChangesNothing() {
        List<Outcome> ends = new ArrayList<>();
        assertThat(found(
                        (start, context) -> new Surrounding("", ends),
                        (start, context) -> new Surrounding("another's", ends)))
                .containsExactly("another's", "the caller's");
        assertThat(ends).containsExactly(Outcome.SUCCESS, Outcome.SUCCESS);
    }
}
