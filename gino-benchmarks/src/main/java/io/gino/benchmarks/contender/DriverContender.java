/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.AccountSearch;
import io.gino.benchmarks.data.Fortune;
import io.gino.benchmarks.data.Member;
import io.gino.benchmarks.data.TeamRecord;
import io.gino.benchmarks.data.TeamView;
import io.gino.benchmarks.data.Transfer;
import io.gino.benchmarks.data.World;
import io.gino.benchmarks.rendering.HandRendering;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** r2dbc-postgresql with r2dbc-pool and SQL by hand: what all others are compared with. */
public final class DriverContender implements Reads, Cursors, Writes, Copies, Graphs, Transfers, Web, Renders {

    private final ConnectionPool pool;

    public DriverContender(String url) {
        pool = pool(url);
    }

    /** The pool that every contender on this driver gets, unless it brings its own. */
    static ConnectionPool pool(String url) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get("r2dbc:" + url))
                .maxSize(CONNECTIONS)
                .build());
    }

    @Override
    public String name() {
        return BASE;
    }

    @Override
    public Mono<Account> get(long id) {
        return one(HandSql.GET, statement -> statement.bind(0, id), DriverContender::account);
    }

    @Override
    public Flux<Account> list(int limit) {
        return many(HandSql.LIST, statement -> statement.bind(0, limit), DriverContender::account);
    }

    @Override
    public Flux<Account> search(AccountSearch search) {
        HandSql.Query query = HandSql.Query.of(search);
        return many(
                query.sql(),
                statement -> {
                    for (int i = 0; i < query.binds().size(); i++) {
                        statement.bind(i, query.binds().get(i));
                    }
                    return statement;
                },
                DriverContender::account);
    }

    @Override
    public Flux<Account> stream() {
        return many(HandSql.STREAM, statement -> statement, DriverContender::account);
    }

    @Override
    public Flux<Account> cursor() {
        return many(HandSql.STREAM, statement -> statement.fetchSize(FETCH_SIZE), DriverContender::account);
    }

    @Override
    public Mono<Account> insert(Account account) {
        return one(
                HandSql.INSERT,
                statement -> statement
                        .bind(0, account.name())
                        .bind(1, account.email())
                        .bind(2, account.age())
                        .bind(3, account.balance())
                        .bind(4, account.active())
                        .bind(5, account.score())
                        .bind(6, account.createdAt()),
                row -> account.withId(row.get(0, Long.class)));
    }

    @Override
    public Mono<Void> rename(Account account, String name) {
        return Mono.usingWhen(
                        pool.create(),
                        connection -> run(connection, HandSql.RENAME, name, Objects.requireNonNull(account.id())),
                        Connection::close)
                .then();
    }

    @Override
    public Flux<Account> createMany(List<Account> accounts) {
        return many(
                HandSql.UNNEST + " RETURNING " + HandSql.COLUMNS,
                statement -> arrays(statement, accounts),
                DriverContender::account);
    }

    /** As well as it can be done without COPY. */
    @Override
    public Mono<Long> copyIn(List<Account> accounts) {
        return Mono.usingWhen(
                pool.create(),
                connection -> Mono.from(arrays(connection.createStatement(HandSql.UNNEST), accounts)
                                .execute())
                        .flatMap(result -> Mono.from(result.getRowsUpdated())),
                Connection::close);
    }

    private static Statement arrays(Statement statement, List<Account> accounts) {
        return statement
                .bind(0, accounts.stream().map(Account::name).toArray(String[]::new))
                .bind(1, accounts.stream().map(Account::email).toArray(String[]::new))
                .bind(2, accounts.stream().map(Account::age).toArray(Integer[]::new))
                .bind(3, accounts.stream().map(Account::balance).toArray(Long[]::new))
                .bind(4, accounts.stream().map(Account::active).toArray(Boolean[]::new))
                .bind(5, accounts.stream().map(Account::score).toArray(Double[]::new))
                .bind(6, accounts.stream().map(Account::createdAt).toArray(OffsetDateTime[]::new));
    }

    @Override
    public Flux<TeamView> teams() {
        return many(HandSql.TEAMS, statement -> statement, DriverContender::teamAndMember)
                .bufferUntilChanged(row -> row.team().id())
                .map(rows -> new TeamView(
                        rows.get(0).team().id(),
                        rows.get(0).team().name(),
                        rows.stream().flatMap(row -> row.member().stream()).toList()));
    }

    private static TeamAndMember teamAndMember(Readable row) {
        Long member = row.get(2, Long.class);
        return new TeamAndMember(
                new TeamRecord(cell(row, 0, Long.class), cell(row, 1, String.class)),
                member == null
                        ? Optional.empty()
                        : Optional.of(new Member(member, cell(row, 3, Long.class), cell(row, 4, String.class))));
    }

    private record TeamAndMember(TeamRecord team, Optional<Member> member) {}

    @Override
    public Mono<Long> transfer(Transfer transfer) {
        long delta = transfer.delta();
        return Mono.usingWhen(
                pool.create(),
                connection -> Mono.from(connection.beginTransaction())
                        .then(run(connection, HandSql.ADD_TO_ACCOUNT, delta, transfer.account()))
                        .then(Mono.from(connection
                                        .createStatement(HandSql.BALANCE)
                                        .bind(0, transfer.account())
                                        .execute())
                                .flatMap(result -> Mono.from(result.map(row -> cell(row, 0, Long.class)))))
                        .flatMap(balance -> run(connection, HandSql.ADD_TO_TELLER, delta, transfer.teller())
                                .then(run(connection, HandSql.ADD_TO_BRANCH, delta, transfer.branch()))
                                .then(run(
                                        connection,
                                        HandSql.HISTORY,
                                        transfer.account(),
                                        transfer.teller(),
                                        transfer.branch(),
                                        delta))
                                .then(Mono.from(connection.commitTransaction()))
                                .thenReturn(balance)),
                Connection::close,
                (connection, error) ->
                        Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())),
                connection -> Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())));
    }

    private static Mono<Long> run(Connection connection, String sql, Object... values) {
        return Mono.defer(() -> {
            Statement statement = connection.createStatement(sql);
            for (int i = 0; i < values.length; i++) {
                statement.bind(i, values[i]);
            }
            return Mono.from(statement.execute()).flatMap(result -> Mono.from(result.getRowsUpdated()));
        });
    }

    @Override
    public Mono<World> world(int id) {
        return one(
                HandSql.WORLD,
                statement -> statement.bind(0, id),
                row -> new World(cell(row, 0, Integer.class), cell(row, 1, Integer.class)));
    }

    @Override
    public Mono<Void> update(List<World> worlds) {
        return Mono.usingWhen(
                        pool.create(),
                        connection -> run(
                                connection,
                                HandSql.UPDATE_WORLDS,
                                worlds.stream().map(World::id).toArray(Integer[]::new),
                                worlds.stream().map(World::randomNumber).toArray(Integer[]::new)),
                        Connection::close)
                .then();
    }

    @Override
    public Flux<Fortune> fortunes() {
        return many(
                HandSql.FORTUNES,
                statement -> statement,
                row -> new Fortune(cell(row, 0, Integer.class), cell(row, 1, String.class)));
    }

    private <T> Mono<T> one(String sql, Function<Statement, Statement> bind, Function<Readable, T> read) {
        return Mono.usingWhen(
                pool.create(),
                connection -> Mono.from(
                                bind.apply(connection.createStatement(sql)).execute())
                        .flatMap(result -> Mono.from(result.map(read))),
                Connection::close);
    }

    private <T> Flux<T> many(String sql, Function<Statement, Statement> bind, Function<Readable, T> read) {
        return Flux.usingWhen(
                pool.create(),
                connection -> Flux.from(
                                bind.apply(connection.createStatement(sql)).execute())
                        .flatMap(result -> result.map(read)),
                Connection::close);
    }

    private static Account account(Readable row) {
        return new Account(
                row.get(0, Long.class),
                cell(row, 1, String.class),
                cell(row, 2, String.class),
                cell(row, 3, Integer.class),
                cell(row, 4, Long.class),
                cell(row, 5, Boolean.class),
                cell(row, 6, Double.class),
                cell(row, 7, OffsetDateTime.class));
    }

    private static <T> T cell(Readable row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    @Override
    public HandRendering rendering() {
        return new HandRendering();
    }

    @Override
    public Mono<Void> close() {
        return pool.disposeLater();
    }
}
