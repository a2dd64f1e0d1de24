/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.AccountSearch;
import io.gino.benchmarks.data.Fortune;
import io.gino.benchmarks.data.Member;
import io.gino.benchmarks.data.TeamView;
import io.gino.benchmarks.data.Transfer;
import io.gino.benchmarks.data.World;
import io.gino.benchmarks.rendering.JooqRendering;
import io.r2dbc.pool.ConnectionPool;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record8;
import org.jooq.Records;
import org.jooq.Row7;
import org.jooq.RowCountQuery;
import org.jooq.SQLDialect;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** jOOQ over R2DBC, with typed fields such as its generator writes. */
public final class JooqContender implements Reads, Writes, Graphs, Transfers, Web, Renders {

    // PostgreSQL takes 65 535 parameters at most, and a row has seven.
    private static final int ROWS_PER_STATEMENT = 9_000;
    private static final int MOST_AT_ONCE = 10_000;

    private static final Table<Record> ACCOUNTS = table(DSL.name("accounts"));
    private static final Field<Long> ID = account("id", SQLDataType.BIGINT);
    private static final Field<String> NAME = account("name", SQLDataType.CLOB);
    private static final Field<String> EMAIL = account("email", SQLDataType.CLOB);
    private static final Field<Integer> AGE = account("age", SQLDataType.INTEGER);
    private static final Field<Long> BALANCE = account("balance", SQLDataType.BIGINT);
    private static final Field<Boolean> ACTIVE = account("active", SQLDataType.BOOLEAN);
    private static final Field<Double> SCORE = account("score", SQLDataType.DOUBLE);
    private static final Field<OffsetDateTime> CREATED = account("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE);

    private static final Table<Record> TEAMS = table(DSL.name("teams"));
    private static final Field<Long> TEAM_ID = field(DSL.name("teams", "id"), SQLDataType.BIGINT);
    private static final Field<String> TEAM_NAME = field(DSL.name("teams", "name"), SQLDataType.CLOB);
    private static final Table<Record> MEMBERS = table(DSL.name("members"));
    private static final Field<Long> MEMBER_ID = field(DSL.name("members", "id"), SQLDataType.BIGINT);
    private static final Field<Long> MEMBER_TEAM = field(DSL.name("members", "team_id"), SQLDataType.BIGINT);
    private static final Field<String> MEMBER_NAME = field(DSL.name("members", "name"), SQLDataType.CLOB);
    private static final Field<Long> ROW_ID = field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Field<Long> ROW_BALANCE = field(DSL.name("balance"), SQLDataType.BIGINT);
    private static final Table<Record> WORLD = table(DSL.name("world"));
    private static final Field<Integer> WORLD_ID = field(DSL.name("world", "id"), SQLDataType.INTEGER);
    private static final Field<Integer> NUMBER = field(DSL.name("world", "randomnumber"), SQLDataType.INTEGER);
    private static final Field<Integer> FORTUNE_ID = field(DSL.name("fortune", "id"), SQLDataType.INTEGER);
    private static final Field<String> MESSAGE = field(DSL.name("fortune", "message"), SQLDataType.CLOB);

    private final ConnectionPool pool;
    private final DSLContext jooq;

    public JooqContender(String url) {
        pool = DriverContender.pool(url);
        jooq = DSL.using(pool, SQLDialect.POSTGRES);
    }

    private static <T> Field<T> account(String column, DataType<T> type) {
        return field(DSL.name("accounts", column), type);
    }

    @Override
    public String name() {
        return "jooq";
    }

    @Override
    public Mono<Account> get(long id) {
        return Mono.from(accounts().where(ID.eq(id))).map(JooqContender::account);
    }

    @Override
    public Flux<Account> list(int limit) {
        return Flux.from(accounts().orderBy(ID).limit(limit)).map(JooqContender::account);
    }

    @Override
    public Flux<Account> search(AccountSearch search) {
        List<Condition> conditions = new ArrayList<>();
        search.namePattern().ifPresent(pattern -> conditions.add(NAME.like(pattern)));
        search.minAge().ifPresent(age -> conditions.add(AGE.ge(age)));
        search.active().ifPresent(active -> conditions.add(ACTIVE.eq(active)));
        search.minBalance().ifPresent(balance -> conditions.add(BALANCE.ge(balance)));
        return Flux.from(accounts()
                        .where(conditions)
                        .orderBy(search.lastFirst() ? ID.desc() : ID.asc())
                        .limit(AccountSearch.LIMIT))
                .map(JooqContender::account);
    }

    @Override
    public Flux<Account> stream() {
        return Flux.from(accounts().orderBy(ID)).map(JooqContender::account);
    }

    private SelectJoinStep<Record8<Long, String, String, Integer, Long, Boolean, Double, OffsetDateTime>> accounts() {
        return jooq.select(ID, NAME, EMAIL, AGE, BALANCE, ACTIVE, SCORE, CREATED)
                .from(ACCOUNTS);
    }

    private static Account account(Record8<Long, String, String, Integer, Long, Boolean, Double, OffsetDateTime> row) {
        return new Account(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8());
    }

    @Override
    public Mono<Account> insert(Account account) {
        return Mono.from(jooq.insertInto(ACCOUNTS, NAME, EMAIL, AGE, BALANCE, ACTIVE, SCORE, CREATED)
                        .values(
                                account.name(),
                                account.email(),
                                account.age(),
                                account.balance(),
                                account.active(),
                                account.score(),
                                account.createdAt())
                        .returningResult(ID))
                .map(stored -> account.withId(stored.value1()));
    }

    private static Row7<String, String, Integer, Long, Boolean, Double, OffsetDateTime> values(Account account) {
        return row(
                account.name(),
                account.email(),
                account.age(),
                account.balance(),
                account.active(),
                account.score(),
                account.createdAt());
    }

    @Override
    public Mono<Void> rename(Account account, String name) {
        return Mono.from(jooq.update(ACCOUNTS).set(NAME, name).where(ID.eq(account.id())))
                .then();
    }

    @Override
    public Flux<Account> createMany(List<Account> accounts) {
        return Flux.from(jooq.transactionPublisher(transaction -> Flux.fromIterable(accounts)
                .buffer(ROWS_PER_STATEMENT)
                .concatMap(some -> transaction
                        .dsl()
                        .insertInto(ACCOUNTS, NAME, EMAIL, AGE, BALANCE, ACTIVE, SCORE, CREATED)
                        .valuesOfRows(some.stream().map(JooqContender::values).toList())
                        .returningResult(ID, NAME, EMAIL, AGE, BALANCE, ACTIVE, SCORE, CREATED))
                .map(JooqContender::account)));
    }

    @Override
    public int mostAtOnce() {
        return MOST_AT_ONCE;
    }

    /** The children as JSON inside the parents' rows: jOOQ's own way. */
    @Override
    public Flux<TeamView> teams() {
        Field<List<Member>> members = DSL.multiset(jooq.select(MEMBER_ID, MEMBER_TEAM, MEMBER_NAME)
                        .from(MEMBERS)
                        .where(MEMBER_TEAM.eq(TEAM_ID))
                        .orderBy(MEMBER_ID))
                .convertFrom(rows -> rows.map(Records.mapping(Member::new)));
        return Flux.from(jooq.select(TEAM_ID, TEAM_NAME, members).from(TEAMS).orderBy(TEAM_ID))
                .map(Records.mapping(TeamView::new)::map);
    }

    @Override
    public Mono<Long> transfer(Transfer transfer) {
        return Flux.from(jooq.transactionPublisher(transaction -> {
                    DSLContext dsl = transaction.dsl();
                    return Mono.from(add(dsl, "accounts", transfer.account(), transfer.delta()))
                            .then(Mono.from(dsl.select(BALANCE).from(ACCOUNTS).where(ID.eq(transfer.account()))))
                            .map(Record1::value1)
                            .flatMap(balance -> Mono.from(add(dsl, "tellers", transfer.teller(), transfer.delta()))
                                    .then(Mono.from(add(dsl, "branches", transfer.branch(), transfer.delta())))
                                    .then(Mono.from(dsl.insertInto(table(DSL.name("history")))
                                            .values(
                                                    transfer.account(),
                                                    transfer.teller(),
                                                    transfer.branch(),
                                                    transfer.delta())))
                                    .thenReturn(balance));
                }))
                // Not the first value, which comes before the commit.
                .single();
    }

    private static RowCountQuery add(DSLContext dsl, String table, long id, long delta) {
        return dsl.update(table(DSL.name(table)))
                .set(ROW_BALANCE, ROW_BALANCE.plus(delta))
                .where(ROW_ID.eq(id));
    }

    @Override
    public Mono<World> world(int id) {
        return Mono.from(jooq.select(WORLD_ID, NUMBER).from(WORLD).where(WORLD_ID.eq(id)))
                .map(Records.mapping(World::new)::map);
    }

    @Override
    public Mono<Void> update(List<World> worlds) {
        return Flux.from(jooq.batch(worlds.stream()
                        .map(world -> jooq.update(WORLD)
                                .set(NUMBER, world.randomNumber())
                                .where(WORLD_ID.eq(world.id())))
                        .toList()))
                .then();
    }

    @Override
    public Flux<Fortune> fortunes() {
        return Flux.from(jooq.select(FORTUNE_ID, MESSAGE).from(table(DSL.name("fortune"))))
                .map(Records.mapping(Fortune::new)::map);
    }

    @Override
    public JooqRendering rendering() {
        return new JooqRendering();
    }

    @Override
    public Mono<Void> close() {
        return pool.disposeLater();
    }
}
