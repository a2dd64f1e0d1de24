/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Baked;
import io.gino.error.MultipleResultsFoundException;
import io.gino.error.NoResultFoundException;
import io.gino.error.StatementException;
import io.gino.row.FirstColumn;
import io.gino.sql.Statement;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The ways to run a statement, the same on everything that can run one. Nothing is sent before the result is subscribed
 * to; each subscription runs the statement again.
 *
 * @since 0.1.0
 */
public interface Verbs extends CopyVerbs, NotifyVerbs {

    /** The rows that a portal is asked for at a time when nothing else is said. */
    int DEFAULT_FETCH_SIZE = 256;

    /** Every row. Read ahead, so that a slow subscriber does not keep the connection of a short result. */
    <R> Flux<R> all(Statement<R> statement);

    /** Every row, fetched from the server as they are asked for, so that memory stays bounded. */
    <R> Flux<R> iterate(Statement<R> statement);

    /** The same, fetched this many at a time. */
    default <R> Flux<R> iterate(Statement<R> statement, int fetchSize) {
        return with(ExecutionOptions.options().fetchSize(fetchSize)).iterate(statement);
    }

    /** What became of the statement; rows that it returns are counted and let go. */
    @Override
    Mono<Status> status(Statement<?> statement);

    /**
     * One INSERT of values, UPDATE or DELETE with many sets of values for its parameters
     * ({@link io.gino.sql.Sql#parameter}): one statement and one round trip for all of them. The sets are unnested as a
     * table, so an UPDATE changes each row once, also when two sets mean it.
     *
     * @param parameterSets the values by the names of the parameters; each set has all of them, and null is NULL
     * @return the counts over all sets; of no sets nothing is sent, and the counts are 0
     */
    Mono<Status> status(Statement<?> statement, List<? extends Map<String, ?>> parameterSets);

    /** The statement compiled now, to be run often with other values for its parameters. */
    default <R> BakedQuery<R> bake(Statement<R> statement) {
        return new BakedQuery<>(this, Baked.of(statement));
    }

    /** The same verbs with these options, which go before those of connection and engine. */
    Verbs with(ExecutionOptions options);

    /**
     * The first row; empty when there is none. Of a query no more is asked for than that takes; a statement that writes
     * is run to its end.
     */
    default <R> Mono<R> first(Statement<R> statement) {
        return Limits.atMost(1, statement)
                .map(limited -> all(limited).singleOrEmpty())
                .orElseGet(() -> Limits.isQuery(statement)
                        ? iterate(statement).next()
                        : all(statement).reduce((first, later) -> first));
    }

    /** What is read by a key, empty when it is not there; see {@link EngineBuilder#gatherReads}. */
    default <R> Mono<R> read(KeyedRead<R> read) {
        return Mono.defer(() -> all(read.alone()).singleOrEmpty());
    }

    /** The only row, else {@link NoResultFoundException} or {@link MultipleResultsFoundException}. */
    default <R> Mono<R> one(Statement<R> statement) {
        return oneOrNone(statement).switchIfEmpty(Mono.error(() -> new NoResultFoundException("one() found no row.")));
    }

    /** The only row, empty when there is none, else {@link MultipleResultsFoundException}. */
    default <R> Mono<R> oneOrNone(Statement<R> statement) {
        Flux<R> rows = Limits.atMost(2, statement)
                .map(this::all)
                .orElseGet(() -> Limits.isQuery(statement) ? iterate(statement).take(2) : all(statement));
        return rows.collectList().flatMap(Verbs::onlyOne);
    }

    private static <R> Mono<R> onlyOne(List<R> rows) {
        if (rows.size() > 1) {
            return Mono.error(new MultipleResultsFoundException("Expected one row at most; found more."));
        }
        return rows.isEmpty() ? Mono.empty() : Mono.just(rows.get(0));
    }

    /**
     * The first column of the first row, as this Java type; empty when there is no row, and when the value is NULL.
     *
     * @param javaType a class that {@link Types#of} knows
     */
    default <V> Mono<V> scalar(Statement<?> statement, Class<V> javaType) {
        SqlType<V> type = Types.of(javaType)
                .orElseThrow(() -> new StatementException("No PostgreSQL type is known for " + javaType.getName()
                        + ". Known are: " + String.join(", ", Types.javaNames()) + "."));
        return first(statement.read(new FirstColumn<>(type).optional())).flatMap(Mono::justOrEmpty);
    }

    /**
     * The value of the first row of a statement of one column; empty when there is no row, and when the value is NULL.
     * For a statement of several columns say of which type the first one is: {@link #scalar(Statement, Class)}.
     */
    default <V> Mono<V> scalar(Statement<V> statement) {
        if (statement.reader() instanceof FirstColumn<V> first) {
            return first(statement.read(first.optional())).flatMap(Mono::justOrEmpty);
        }
        return Mono.error(() -> new StatementException("scalar(statement) needs a statement of one column. Say the type"
                + " of the first column: scalar(statement, Long.class)."));
    }
}
