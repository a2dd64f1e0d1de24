/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import static org.springframework.data.relational.core.query.Criteria.where;
import static org.springframework.data.relational.core.query.Query.query;

import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.AccountSearch;
import io.gino.benchmarks.data.Fortune;
import io.gino.benchmarks.data.Member;
import io.gino.benchmarks.data.TeamRecord;
import io.gino.benchmarks.data.TeamView;
import io.gino.benchmarks.data.Transfer;
import io.gino.benchmarks.data.World;
import io.gino.benchmarks.rendering.SpringDataRendering;
import io.r2dbc.pool.ConnectionPool;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.core.query.Update;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring Data R2DBC by its template, and by its client where that cannot say it. */
public final class SpringContender implements Reads, Writes, Graphs, Transfers, Web, Renders {

    private static final int MOST_AT_ONCE = 1_000;
    private static final Sort BY_ID = Sort.by("id");

    private final ConnectionPool pool;
    private final R2dbcEntityTemplate template;
    private final TransactionalOperator transaction;

    public SpringContender(String url) {
        pool = DriverContender.pool(url);
        template = new R2dbcEntityTemplate(pool);
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    @Override
    public String name() {
        return "spring-data";
    }

    @Override
    public Mono<Account> get(long id) {
        return template.selectOne(query(where("id").is(id)), Account.class);
    }

    @Override
    public Flux<Account> list(int limit) {
        return template.select(Query.empty().sort(BY_ID).limit(limit), Account.class);
    }

    @Override
    public Flux<Account> search(AccountSearch search) {
        Criteria criteria = Criteria.empty();
        if (search.name().isPresent()) {
            criteria = criteria.and(where("name").like(search.namePattern().get()));
        }
        if (search.minAge().isPresent()) {
            criteria = criteria.and(
                    where("age").greaterThanOrEquals(search.minAge().get()));
        }
        if (search.active().isPresent()) {
            criteria = criteria.and(where("active").is(search.active().get()));
        }
        if (search.minBalance().isPresent()) {
            criteria = criteria.and(
                    where("balance").greaterThanOrEquals(search.minBalance().get()));
        }
        Sort order = search.lastFirst() ? BY_ID.descending() : BY_ID;
        return template.select(query(criteria).sort(order).limit(AccountSearch.LIMIT), Account.class);
    }

    @Override
    public Flux<Account> stream() {
        return template.select(Query.empty().sort(BY_ID), Account.class);
    }

    @Override
    public Mono<Account> insert(Account account) {
        return template.insert(account);
    }

    @Override
    public Mono<Void> rename(Account account, String name) {
        return template.update(Account.class)
                .matching(query(where("id").is(Objects.requireNonNull(account.id()))))
                .apply(Update.update("name", name))
                .then();
    }

    /** What {@code saveAll} of a repository does. */
    @Override
    public Flux<Account> createMany(List<Account> accounts) {
        return transaction.execute(status -> Flux.fromIterable(accounts).concatMap(template::insert));
    }

    @Override
    public int mostAtOnce() {
        return MOST_AT_ONCE;
    }

    /** It has no relations: a query for the parents, and one for the children of all of them. */
    @Override
    public Flux<TeamView> teams() {
        return template.select(Query.empty().sort(BY_ID), TeamRecord.class)
                .collectList()
                .flatMapMany(teams -> members(teams)
                        .flatMapIterable(membersByTeam -> teams.stream()
                                .map(team -> new TeamView(
                                        team.id(), team.name(), membersByTeam.getOrDefault(team.id(), List.of())))
                                .toList()));
    }

    private Mono<Map<Long, List<Member>>> members(List<TeamRecord> teams) {
        List<Long> ids = teams.stream().map(TeamRecord::id).toList();
        return template.select(query(where("teamId").in(ids)).sort(BY_ID), Member.class)
                .collect(Collectors.groupingBy(Member::teamId));
    }

    /** By its client, because an update of its template sets only values. */
    @Override
    public Mono<Long> transfer(Transfer transfer) {
        long delta = transfer.delta();
        return add("accounts", transfer.account(), delta)
                .then(client().sql("SELECT balance FROM accounts WHERE id = :id")
                        .bind("id", transfer.account())
                        .mapValue(Long.class)
                        .one())
                .flatMap(balance -> add("tellers", transfer.teller(), delta)
                        .then(add("branches", transfer.branch(), delta))
                        .then(client().sql("INSERT INTO history VALUES (:account, :teller, :branch, :delta)")
                                .bind("account", transfer.account())
                                .bind("teller", transfer.teller())
                                .bind("branch", transfer.branch())
                                .bind("delta", delta)
                                .then())
                        .thenReturn(balance))
                .as(transaction::transactional);
    }

    private Mono<Void> add(String table, long id, long delta) {
        return client().sql("UPDATE " + table + " SET balance = balance + :delta WHERE id = :id")
                .bind("delta", delta)
                .bind("id", id)
                .then();
    }

    private DatabaseClient client() {
        return template.getDatabaseClient();
    }

    @Override
    public Mono<World> world(int id) {
        return template.selectOne(query(where("id").is(id)), World.class);
    }

    @Override
    public Mono<Void> update(List<World> worlds) {
        return Flux.fromIterable(worlds).concatMap(template::update).then();
    }

    @Override
    public Flux<Fortune> fortunes() {
        return template.select(Query.empty(), Fortune.class);
    }

    @Override
    public SpringDataRendering rendering() {
        return new SpringDataRendering();
    }

    @Override
    public Mono<Void> close() {
        return pool.disposeLater();
    }
}
