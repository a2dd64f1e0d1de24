/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.crud.Crew.Berth;
import io.gino.crud.Crew.Port;
import io.gino.crud.Crew.Sailor;
import io.gino.load.ModelLoader;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import io.gino.model.SoftDelete;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** All that a call sends: one statement, and never a SELECT after a write. */
@NullUnmarked
@ExtendWith(PostgresExtension.class)
class OneStatementIT {

    @GinoModel("notes")
    static class Note {
        @PrimaryKey
        Long id;

        @SoftDelete
        boolean gone;
    }

    record NameAndPay(String name, int pay) {}

    private final Gino db;
    private final Map<String, String> sent = new LinkedHashMap<>();
    private Sailor ann;
    private Sailor ben;
    private Port kiel;
    private Berth lower;

    OneStatementIT(TestDatabase database) {
        db = Crew.on(database).models(Note.class);
    }

    @BeforeEach
    void fill() {
        await(db.dropAll().then(db.createAll()));
        ann = await(db.create(new Sailor("ann", 10)));
        ben = await(db.create(new Sailor("ben", 20)));
        kiel = await(db.create(new Port(null, "kiel", 9)));
        lower = await(db.create(new Berth("lower", 1, "ann")));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    private void call(String name, Publisher<?> call) {
        List<String> statements = SqlLog.of(db, Flux.from(call));
        assertThat(statements).as(name).hasSize(1);
        sent.put(name, statements.get(0));
    }

    private String sent() {
        return sent.entrySet().stream()
                .map(call -> call.getKey() + "\n    " + call.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void writesOfOneInstance() {
        call("create of a class", db.create(new Sailor("cat", 30)));
        call("create of a record", db.create(new Port(null, "oslo", 5)));
        call("upsert", db.upsert(new Berth("lower", 1, "ben")));
        call("upsert by a unique attribute", db.upsert(new Port(null, "kiel", 7), row -> row.on(Crew.PORT_NAME)));
        call(
                "upsert that leaves the row",
                db.upsert(
                        new Port(null, "kiel", 7), row -> row.on(Crew.PORT_NAME).doNothing()));
        call(
                "update to values",
                db.update(ann).set(Crew.NAME, "anna").set(Crew.PAY, 11).apply());
        call(
                "update to expressions",
                db.update(ann).set(Crew.PAY, Crew.PAY.plus(1)).apply());
        call("update of a record", db.update(kiel).set(Crew.DEPTH, 8).apply());
        call(
                "update by two key columns",
                db.update(lower).set(Crew.SLEEPER, "cat").apply());
        call("refresh", db.refresh(ann));
        call("delete", db.delete(ben));
        call("delete for good", db.deleteForGood(ann));
        call("delete by a mark", db.delete(await(db.create(new Note()))));
        assertThat(sent()).isEqualTo("""
                create of a class
                    INSERT INTO sailors (name, pay, rank, skills) VALUES ($1, $2, $3, $4) RETURNING sailors.id,\
                 sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined
                create of a record
                    INSERT INTO ports (name, depth) VALUES ($1, $2) RETURNING ports.id, ports.name, ports.depth
                upsert
                    INSERT INTO berths (deck, number, sailor) VALUES ($1, $2, $3) ON CONFLICT (deck, number) DO\
                 UPDATE SET sailor = excluded.sailor RETURNING berths.deck, berths.number, berths.sailor
                upsert by a unique attribute
                    INSERT INTO ports (name, depth) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET depth =\
                 excluded.depth RETURNING ports.id, ports.name, ports.depth
                upsert that leaves the row
                    INSERT INTO ports (name, depth) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING RETURNING\
                 ports.id, ports.name, ports.depth
                update to values
                    UPDATE sailors SET name = $1, pay = $2 WHERE sailors.id = $3 RETURNING sailors.name, sailors.pay
                update to expressions
                    UPDATE sailors SET pay = sailors.pay + $1 WHERE sailors.id = $2 RETURNING sailors.pay
                update of a record
                    UPDATE ports SET depth = $1 WHERE ports.id = $2 RETURNING ports.depth
                update by two key columns
                    UPDATE berths SET sailor = $1 WHERE berths.deck = $2 AND berths.number = $3 RETURNING\
                 berths.sailor
                refresh
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.id = $1
                delete
                    DELETE FROM sailors WHERE sailors.id = $1
                delete for good
                    DELETE FROM sailors WHERE sailors.id = $1
                delete by a mark
                    UPDATE notes SET gone = $1 WHERE notes.id = $2 AND (notes.gone IS NOT TRUE) RETURNING notes.gone
                """);
    }

    @Test
    void writesOfManyInstances() {
        List<Sailor> crew = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            crew.add(new Sailor("sailor " + i, i));
        }
        call("createMany", db.createMany(crew));
        call(
                "createMany of two kinds of rows",
                db.createMany(List.of(new Port(null, "oslo", 1), new Port(77L, "riga", 2))));
        call("createMany of a stream", db.createMany(Flux.just(new Port(null, "turku", 1)), 10));
        call(
                "upsertMany",
                db.upsertMany(
                        List.of(new Port(null, "kiel", 1), new Port(null, "bergen", 2)),
                        row -> row.on(Crew.PORT_NAME)));
        call("updateMany", db.updateMany(crew));
        call("updateMany of some attributes", db.updateMany(crew, Crew.PAY));
        call("copyIn", db.copyIn(Port.class, Flux.just(new Port(null, "gdansk", 3))));
        call(
                "mass update",
                db.update(Sailor.class)
                        .set(Crew.PAY, Crew.PAY.plus(1))
                        .where(Crew.PAY.lt(5))
                        .as(db::status));
        call(
                "mass update that returns",
                db.update(Sailor.class)
                        .set(Crew.PAY, 0)
                        .where(Crew.PAY.lt(5))
                        .returning(Crew.ID)
                        .as(db::all));
        call("mass delete", db.delete(Sailor.class).where(Crew.PAY.lt(5)).as(db::status));
        assertThat(sent()).isEqualTo("""
                createMany
                    INSERT INTO sailors (name, pay, rank, skills) SELECT name, pay, rank, skills::text[] FROM\
                 unnest($1::text[], $2::integer[], $3::text[], $4::text[]) AS given (name, pay, rank, skills)\
                 RETURNING sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined
                createMany of two kinds of rows
                    WITH stored1 AS (INSERT INTO ports (name, depth) SELECT * FROM unnest($1::text[], $2::integer[])\
                 RETURNING ports.id, ports.name, ports.depth), stored2 AS (INSERT INTO ports (id, name, depth)\
                 SELECT * FROM unnest($3::bigint[], $4::text[], $5::integer[]) RETURNING ports.id, ports.name,\
                 ports.depth) SELECT stored1.id, stored1.name, stored1.depth FROM stored1 UNION ALL SELECT\
                 stored2.id, stored2.name, stored2.depth FROM stored2
                createMany of a stream
                    INSERT INTO ports (name, depth) SELECT * FROM unnest($1::text[], $2::integer[]) RETURNING\
                 ports.id, ports.name, ports.depth
                upsertMany
                    INSERT INTO ports (name, depth) SELECT * FROM unnest($1::text[], $2::integer[]) ON CONFLICT\
                 (name) DO UPDATE SET depth = excluded.depth RETURNING ports.id, ports.name, ports.depth
                updateMany
                    UPDATE sailors SET name = given.name, pay = given.pay, rank = given.rank, skills =\
                 given.skills::text[], joined = given.joined FROM unnest($1::bigint[], $2::text[], $3::integer[],\
                 $4::text[], $5::text[], $6::timestamptz[]) WITH ORDINALITY AS given (id, name, pay, rank,\
                 skills, joined, place) WHERE sailors.id = given.id RETURNING sailors.id, sailors.name,\
                 sailors.pay, sailors.rank, sailors.skills, sailors.joined, given.place
                updateMany of some attributes
                    UPDATE sailors SET pay = given.pay FROM unnest($1::bigint[], $2::integer[]) WITH ORDINALITY AS\
                 given (id, pay, place) WHERE sailors.id = given.id RETURNING sailors.id, sailors.name,\
                 sailors.pay, sailors.rank, sailors.skills, sailors.joined, given.place
                copyIn
                    COPY ports (name, depth) FROM STDIN WITH (FORMAT binary)
                mass update
                    UPDATE sailors SET pay = sailors.pay + $1 WHERE sailors.pay < $2
                mass update that returns
                    UPDATE sailors SET pay = $1 WHERE sailors.pay < $2 RETURNING sailors.id
                mass delete
                    DELETE FROM sailors WHERE sailors.pay < $1
                """);
    }

    @Test
    void readsByKey() {
        call("get", db.get(Sailor.class, 1L));
        call("get by two key columns", db.get(Berth.class, List.of("lower", 1)));
        call("getForUpdate", db.getForUpdate(Sailor.class, 1L));
        call("getMany", db.getMany(Sailor.class, List.of(2L, 1L)));
        call("getMany by two key columns", db.getMany(Berth.class, List.of(List.of("lower", 1))));
        call("exists", db.exists(Sailor.class, 1L));
        call("count", db.count(Sailor.class));
        call("get of a query", db.query(Sailor.class).where(Crew.PAY.gt(1)).get(1L));
        call("getMany of a query", db.query(Sailor.class).where(Crew.PAY.gt(1)).getMany(List.of(2L, 1L)));
        assertThat(sent()).isEqualTo("""
                get
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.id = $1
                get by two key columns
                    SELECT berths.deck, berths.number, berths.sailor FROM berths WHERE berths.deck = $1 AND\
                 berths.number = $2
                getForUpdate
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.id = $1 FOR UPDATE
                getMany
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 unnest($1::bigint[]) WITH ORDINALITY AS given (id, place) JOIN sailors ON sailors.id = given.id\
                 ORDER BY given.place
                getMany by two key columns
                    SELECT berths.deck, berths.number, berths.sailor FROM unnest($1::text[], $2::integer[]) WITH\
                 ORDINALITY AS given (deck, number, place) JOIN berths ON berths.deck = given.deck AND\
                 berths.number = given.number ORDER BY given.place
                exists
                    SELECT EXISTS (SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills,\
                 sailors.joined FROM sailors WHERE sailors.id = $1) LIMIT $2
                count
                    SELECT count(*) FROM sailors LIMIT $1
                get of a query
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.pay > $1 AND sailors.id = $2
                getMany of a query
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 unnest($1::bigint[]) WITH ORDINALITY AS given (id, place) JOIN sailors ON sailors.id = given.id\
                 WHERE sailors.pay > $2 ORDER BY given.place
                """);
    }

    @Test
    void queries() {
        ModelQuery<Sailor> paid = db.query(Sailor.class).where(Crew.PAY.gt(1)).orderBy(Crew.NAME);
        call("all", paid.all());
        call("first", paid.first());
        call("one", paid.limit(1).one());
        call("oneOrNone", paid.limit(1).oneOrNone());
        call("iterate", paid.iterate());
        call("status", paid.status());
        call("count", paid.count());
        call("exists", paid.exists());
        call("page", paid.page(0, 1));
        call("pageAfter", paid.pageAfter(null, 1));
        call("select of an attribute", paid.select(Crew.NAME).distinct().all());
        call("select of several", paid.select(Crew.NAME, Crew.PAY).all());
        call(
                "select for records",
                paid.select(Crew.NAME, Crew.PAY).into(NameAndPay.class).all());
        call("forUpdate", db.query(ModelLoader.load(Port.class)).forUpdate().all());
        assertThat(sent()).isEqualTo("""
                all
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.pay > $1 ORDER BY sailors.name
                first
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.pay > $1 ORDER BY sailors.name LIMIT $2
                one
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.pay > $1 ORDER BY sailors.name LIMIT $2
                oneOrNone
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.pay > $1 ORDER BY sailors.name LIMIT $2
                iterate
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.pay > $1 ORDER BY sailors.name
                status
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.pay > $1 ORDER BY sailors.name
                count
                    SELECT count(*) FROM sailors WHERE sailors.pay > $1 LIMIT $2
                exists
                    SELECT EXISTS (SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills,\
                 sailors.joined FROM sailors WHERE sailors.pay > $1 ORDER BY sailors.name) LIMIT $2
                page
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined,\
                 (SELECT count(*) FROM sailors WHERE sailors.pay > $1) AS total FROM sailors WHERE sailors.pay >\
                 $1 ORDER BY sailors.name, sailors.id LIMIT $2 OFFSET $3
                pageAfter
                    SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM\
                 sailors WHERE sailors.pay > $1 ORDER BY sailors.name, sailors.id LIMIT $2
                select of an attribute
                    SELECT DISTINCT sailors.name FROM sailors WHERE sailors.pay > $1 ORDER BY sailors.name
                select of several
                    SELECT sailors.name, sailors.pay FROM sailors WHERE sailors.pay > $1 ORDER BY sailors.name
                select for records
                    SELECT sailors.name, sailors.pay FROM sailors WHERE sailors.pay > $1 ORDER BY sailors.name
                forUpdate
                    SELECT ports.id, ports.name, ports.depth FROM ports FOR UPDATE
                """);
    }

    /** No row of it could carry the number of all. */
    @Test
    void onlyAPageBeyondTheLastIsTwo() {
        assertThat(SqlLog.of(db, db.query(Sailor.class).orderBy(Crew.ID).page(9, 1)))
                .containsExactly(
                        "SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined,"
                                + " (SELECT count(*) FROM sailors) AS total FROM sailors ORDER BY sailors.id LIMIT $1"
                                + " OFFSET $2",
                        "SELECT count(*) FROM sailors LIMIT $1");
    }
}
