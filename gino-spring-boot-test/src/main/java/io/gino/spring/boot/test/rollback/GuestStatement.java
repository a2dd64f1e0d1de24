/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A statement that runs when it is its turn. */
final class GuestStatement implements Statement {

    private final Guest guest;
    private final Statement statement;
    private final Function<Supplier<Flux<Result>>, Flux<Result>> around;

    /** @param around what is done when it is executed, with the execution of the statement in it */
    GuestStatement(Guest guest, Statement statement, Function<Supplier<Flux<Result>>, Flux<Result>> around) {
        this.guest = guest;
        this.statement = statement;
        this.around = around;
    }

    @Override
    public Publisher<? extends Result> execute() {
        return Flux.defer(() -> around.apply(() -> guest.results(statement::execute)));
    }

    @Override
    public Statement add() {
        statement.add();
        return this;
    }

    @Override
    public Statement bind(int index, Object value) {
        statement.bind(index, value);
        return this;
    }

    @Override
    public Statement bind(String name, Object value) {
        statement.bind(name, value);
        return this;
    }

    @Override
    public Statement bindNull(int index, Class<?> type) {
        statement.bindNull(index, type);
        return this;
    }

    @Override
    public Statement bindNull(String name, Class<?> type) {
        statement.bindNull(name, type);
        return this;
    }

    @Override
    public Statement returnGeneratedValues(String... columns) {
        statement.returnGeneratedValues(columns);
        return this;
    }

    @Override
    public Statement fetchSize(int rows) {
        statement.fetchSize(rows);
        return this;
    }
}
