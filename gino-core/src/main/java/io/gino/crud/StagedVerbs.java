/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.engine.ExecutionOptions;
import io.gino.engine.ForwardingVerbs;
import io.gino.engine.Verbs;
import io.gino.load.Loader;
import io.gino.load.Stages;
import io.gino.sql.Select;
import io.gino.sql.Statement;
import reactor.core.publisher.Flux;

/** Verbs that also run the statements that a query's collections need beside it. */
record StagedVerbs(Verbs runner) implements ForwardingVerbs {

    @Override
    public <R> Flux<R> all(Statement<R> statement) {
        return run(statement, runner::all, Integer.MAX_VALUE);
    }

    @Override
    public <R> Flux<R> iterate(Statement<R> statement) {
        return run(statement, runner::iterate, DEFAULT_FETCH_SIZE);
    }

    private <R> Flux<R> run(Statement<R> statement, Stages.Runner parents, int batch) {
        return statement instanceof Select<R> select
                        && select.reader() instanceof Loader<R> loader
                        && Stages.isNeededFor(loader)
                ? new Stages(parents, runner::all).run(loader, select, batch)
                : parents.run(statement);
    }

    @Override
    public Verbs with(ExecutionOptions options) {
        return new StagedVerbs(runner.with(options));
    }
}
