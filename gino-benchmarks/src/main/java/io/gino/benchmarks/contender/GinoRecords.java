/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import static io.gino.load.ModelLoader.load;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.tableFunction;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.INTEGER;

import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.Branch;
import io.gino.benchmarks.data.Fortune;
import io.gino.benchmarks.data.History;
import io.gino.benchmarks.data.Member;
import io.gino.benchmarks.data.Team;
import io.gino.benchmarks.data.Teller;
import io.gino.benchmarks.data.Transfer;
import io.gino.benchmarks.data.World;
import io.gino.benchmarks.rendering.GinoRendering;
import io.gino.engine.Status;
import io.gino.load.ModelLoader;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.sql.TableFunction;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** GINO with records as models, and everything that does not depend on what models are. */
public final class GinoRecords extends GinoContender<Account> implements Graphs, Transfers, Web, Renders {

    private static final Model<Account> ACCOUNT = Model.of(Account.class);
    private static final ColumnAttribute<Account, Long> ACCOUNT_ID = ACCOUNT.column("id", Long.class);
    private static final ColumnAttribute<Account, Long> ACCOUNT_BALANCE = ACCOUNT.column("balance", Long.class);
    private static final ColumnAttribute<Team, Long> TEAM_ID =
            Model.of(Team.class).column("id", Long.class);
    private static final ColumnAttribute<Member, Long> MEMBER_ID =
            Model.of(Member.class).column("id", Long.class);
    private static final Model<World> WORLD = Model.of(World.class);
    private static final ColumnAttribute<World, Integer> WORLD_ID = WORLD.column("id", Integer.class);
    private static final ColumnAttribute<World, Integer> NUMBER = WORLD.column("randomNumber", Integer.class);
    private static final ModelLoader<Team> TEAMS =
            load(Team.class).distinct(TEAM_ID).with(Team::addMember, load(Member.class));

    public GinoRecords(String url) {
        super("gino", url, Account.class, account -> account);
    }

    @Override
    public Flux<Team> teams() {
        return db().query(TEAMS).orderBy(TEAM_ID, MEMBER_ID).all();
    }

    @Override
    public Mono<Long> transfer(Transfer transfer) {
        long delta = transfer.delta();
        return db().transaction(transaction -> add(Account.class, transfer.account(), delta)
                .then(select(ACCOUNT_BALANCE)
                        .from(ACCOUNT.table())
                        .where(ACCOUNT_ID.eq(transfer.account()))
                        .as(db()::one))
                .flatMap(balance -> add(Teller.class, transfer.teller(), delta)
                        .then(add(Branch.class, transfer.branch(), delta))
                        .then(db().create(new History(transfer.account(), transfer.teller(), transfer.branch(), delta)))
                        .thenReturn(balance)));
    }

    private <M> Mono<Status> add(Class<M> type, long id, long delta) {
        Model<M> model = Model.of(type);
        ColumnAttribute<M, Long> balance = model.column("balance", Long.class);
        return db().update(type)
                .set(balance, balance.plus(delta))
                .where(model.column("id", Long.class).eq(id))
                .as(db()::status);
    }

    @Override
    public Mono<World> world(int id) {
        return db().get(World.class, id);
    }

    @Override
    public Mono<Void> update(List<World> worlds) {
        TableFunction changed = tableFunction(
                        "unnest",
                        "changed",
                        value(INTEGER.array(), worlds.stream().map(World::id).toList()),
                        value(
                                INTEGER.array(),
                                worlds.stream().map(World::randomNumber).toList()))
                .withColumn("id", INTEGER)
                .withColumn("number", INTEGER);
        return db().update(World.class)
                .from(changed)
                .set(NUMBER, changed.column("number", INTEGER))
                .where(WORLD_ID.eq(changed.column("id", INTEGER)))
                .as(db()::status)
                .then();
    }

    @Override
    public Flux<Fortune> fortunes() {
        return db().query(Fortune.class).all();
    }

    @Override
    public GinoRendering rendering() {
        return new GinoRendering();
    }
}
