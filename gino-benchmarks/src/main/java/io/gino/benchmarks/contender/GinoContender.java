/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import static io.gino.engine.ExecutionOptions.options;

import io.gino.Gino;
import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.AccountEntity;
import io.gino.benchmarks.data.AccountRow;
import io.gino.benchmarks.data.AccountSearch;
import io.gino.crud.ModelQuery;
import io.gino.engine.GinoEngine;
import io.gino.engine.Status;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * GINO reading and writing accounts.
 *
 * @param <A> what accounts are: a record or a class
 */
public class GinoContender<A extends AccountRow> implements Reads, Cursors, Writes, Copies {

    private final String name;
    private final Gino db;
    private final Class<A> type;
    private final Function<Account, A> make;
    private final ColumnAttribute<A, Long> id;
    private final ColumnAttribute<A, String> accountName;
    private final ColumnAttribute<A, Integer> age;
    private final ColumnAttribute<A, Long> balance;
    private final ColumnAttribute<A, Boolean> active;

    GinoContender(String name, String url, Class<A> type, Function<Account, A> make) {
        this.name = name;
        this.db =
                new Gino().bind(GinoEngine.builder(url).poolSize(0, CONNECTIONS).build());
        this.type = type;
        this.make = make;
        Model<A> model = db.model(type);
        this.id = model.column("id", Long.class);
        this.accountName = model.column("name", String.class);
        this.age = model.column("age", Integer.class);
        this.balance = model.column("balance", Long.class);
        this.active = model.column("active", Boolean.class);
    }

    /** With classes as models. */
    public static GinoContender<AccountEntity> classes(String url) {
        return new GinoContender<>("gino-classes", url, AccountEntity.class, AccountEntity::of);
    }

    final Gino db() {
        return db;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Mono<A> get(long key) {
        return db.get(type, key);
    }

    @Override
    public final Flux<A> list(int limit) {
        return db.query(type).orderBy(id).limit(limit).all();
    }

    @Override
    public final Flux<A> search(AccountSearch search) {
        ModelQuery<A> query =
                db.query(type).orderBy(search.lastFirst() ? id.desc() : id).limit(AccountSearch.LIMIT);
        if (search.name().isPresent()) {
            query = query.where(accountName.like(search.namePattern().get()));
        }
        if (search.minAge().isPresent()) {
            query = query.where(age.ge(search.minAge().get()));
        }
        if (search.active().isPresent()) {
            query = query.where(active.eq(search.active().get()));
        }
        if (search.minBalance().isPresent()) {
            query = query.where(balance.ge(search.minBalance().get()));
        }
        return query.all();
    }

    @Override
    public final Flux<A> stream() {
        return db.query(type).orderBy(id).all();
    }

    @Override
    public final Flux<A> cursor() {
        return db.with(options().fetchSize(FETCH_SIZE)).query(type).orderBy(id).iterate();
    }

    @Override
    public final Mono<A> insert(Account account) {
        return db.create(make.apply(account));
    }

    @Override
    public final Mono<Void> rename(Account account, String newName) {
        return db.update(make.apply(account)).set(accountName, newName).apply().then();
    }

    @Override
    public final Flux<A> createMany(List<Account> accounts) {
        return db.createMany(accounts.stream().map(make).toList());
    }

    @Override
    public final Mono<Long> copyIn(List<Account> accounts) {
        return db.copyIn(type, Flux.fromIterable(accounts).map(make)).map(Status::affected);
    }

    @Override
    public final Mono<Void> close() {
        return db.popBind().flatMap(GinoEngine::close);
    }
}
