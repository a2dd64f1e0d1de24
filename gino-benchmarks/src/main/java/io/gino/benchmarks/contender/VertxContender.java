/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.AccountSearch;
import io.gino.benchmarks.data.Fortune;
import io.gino.benchmarks.data.Member;
import io.gino.benchmarks.data.TeamView;
import io.gino.benchmarks.data.Transfer;
import io.gino.benchmarks.data.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Vert.x's client, another driver: how far it can go. */
public final class VertxContender implements Reads, Writes, Graphs, Transfers, Web {

    // Its watch over its threads complains of rows that take long to come by, which here is what they are asked for.
    private final Vertx vertx = Vertx.vertx(
            new VertxOptions().setBlockedThreadCheckInterval(Duration.ofHours(1).toMillis()));
    private final Pool pool;

    public VertxContender(String url) {
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(PgConnectOptions.fromUri(url).setCachePreparedStatements(true))
                .using(vertx)
                .build();
    }

    @Override
    public String name() {
        return "vertx";
    }

    @Override
    public Mono<Account> get(long id) {
        return rows(HandSql.GET, Tuple.of(id))
                .map(rows -> account(rows.iterator().next()));
    }

    @Override
    public Flux<Account> list(int limit) {
        return many(HandSql.LIST, Tuple.of(limit), VertxContender::account);
    }

    @Override
    public Flux<Account> search(AccountSearch search) {
        HandSql.Query query = HandSql.Query.of(search);
        return many(query.sql(), Tuple.from(query.binds()), VertxContender::account);
    }

    @Override
    public Flux<Account> stream() {
        return many(HandSql.STREAM, Tuple.tuple(), VertxContender::account);
    }

    @Override
    public Mono<Account> insert(Account account) {
        Tuple values = Tuple.from(new Object[] {
            account.name(),
            account.email(),
            account.age(),
            account.balance(),
            account.active(),
            account.score(),
            account.createdAt()
        });
        return rows(HandSql.INSERT, values)
                .map(rows -> account.withId(rows.iterator().next().getLong(0)));
    }

    @Override
    public Mono<Void> rename(Account account, String name) {
        return rows(HandSql.RENAME, Tuple.of(name, account.id())).then();
    }

    @Override
    public Flux<Account> createMany(List<Account> accounts) {
        Tuple arrays = Tuple.from(new Object[] {
            accounts.stream().map(Account::name).toArray(String[]::new),
            accounts.stream().map(Account::email).toArray(String[]::new),
            accounts.stream().map(Account::age).toArray(Integer[]::new),
            accounts.stream().map(Account::balance).toArray(Long[]::new),
            accounts.stream().map(Account::active).toArray(Boolean[]::new),
            accounts.stream().map(Account::score).toArray(Double[]::new),
            accounts.stream().map(Account::createdAt).toArray(OffsetDateTime[]::new)
        });
        return many(HandSql.UNNEST + " RETURNING " + HandSql.COLUMNS, arrays, VertxContender::account);
    }

    @Override
    public Flux<TeamView> teams() {
        return rows(HandSql.TEAMS, Tuple.tuple()).flatMapIterable(VertxContender::teams);
    }

    private static List<TeamView> teams(RowSet<Row> rows) {
        List<TeamView> teams = new ArrayList<>();
        for (Row row : rows) {
            if (teams.isEmpty() || teams.get(teams.size() - 1).id() != row.getLong(0)) {
                teams.add(new TeamView(row.getLong(0), row.getString(1), new ArrayList<>()));
            }
            if (row.getValue(2) != null) {
                teams.get(teams.size() - 1).members().add(new Member(row.getLong(2), row.getLong(3), row.getString(4)));
            }
        }
        return teams;
    }

    @Override
    public Mono<Long> transfer(Transfer transfer) {
        long delta = transfer.delta();
        Tuple paid = Tuple.of(transfer.account(), transfer.teller(), transfer.branch(), delta);
        return mono(() -> pool.withTransaction(connection -> connection
                .preparedQuery(HandSql.ADD_TO_ACCOUNT)
                .execute(Tuple.of(delta, transfer.account()))
                .compose(added -> connection.preparedQuery(HandSql.BALANCE).execute(Tuple.of(transfer.account())))
                .map(rows -> rows.iterator().next().getLong(0))
                .compose(balance -> connection
                        .preparedQuery(HandSql.ADD_TO_TELLER)
                        .execute(Tuple.of(delta, transfer.teller()))
                        .compose(added -> connection
                                .preparedQuery(HandSql.ADD_TO_BRANCH)
                                .execute(Tuple.of(delta, transfer.branch())))
                        .compose(added ->
                                connection.preparedQuery(HandSql.HISTORY).execute(paid))
                        .map(balance))));
    }

    @Override
    public Mono<World> world(int id) {
        return rows(HandSql.WORLD, Tuple.of(id))
                .map(rows -> rows.iterator().next())
                .map(row -> new World(row.getInteger(0), row.getInteger(1)));
    }

    @Override
    public Mono<Void> update(List<World> worlds) {
        Tuple arrays = Tuple.from(new Object[] {
            worlds.stream().map(World::id).toArray(Integer[]::new),
            worlds.stream().map(World::randomNumber).toArray(Integer[]::new)
        });
        return rows(HandSql.UPDATE_WORLDS, arrays).then();
    }

    @Override
    public Flux<Fortune> fortunes() {
        return many(HandSql.FORTUNES, Tuple.tuple(), row -> new Fortune(row.getInteger(0), row.getString(1)));
    }

    private Mono<RowSet<Row>> rows(String sql, Tuple values) {
        return mono(() -> pool.preparedQuery(sql).execute(values));
    }

    private <T> Flux<T> many(String sql, Tuple values, Function<Row, T> read) {
        return rows(sql, values).flatMapIterable(rows -> rows).map(read);
    }

    private static <T> Mono<T> mono(Supplier<Future<T>> work) {
        return Mono.create(sink -> work.get().onComplete(sink::success, sink::error));
    }

    private static Account account(Row row) {
        return new Account(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getInteger(3),
                row.getLong(4),
                row.getBoolean(5),
                row.getDouble(6),
                Objects.requireNonNull(row.getOffsetDateTime(7)));
    }

    @Override
    public Mono<Void> close() {
        return mono(pool::close).then(mono(vertx::close));
    }
}
