/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.Crew.Berth;
import io.gino.crud.Crew.Port;
import io.gino.crud.Crew.Sailor;
import io.gino.error.UniqueViolation;
import io.gino.sql.Sql;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

@ExtendWith(PostgresExtension.class)
class UpsertIT {

    private final Gino db;

    UpsertIT(TestDatabase database) {
        db = Crew.on(database);
    }

    @BeforeEach
    void createTables() {
        await(db.dropAll().then(db.createAll()));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void aNewRowIsInsertedAndOneOfTheSameKeyGetsTheNewValues() {
        assertThat(await(db.upsert(new Berth("upper", 1, "ann")))).isEqualTo(new Berth("upper", 1, "ann"));
        assertThat(await(db.upsert(new Berth("upper", 1, "ben")))).isEqualTo(new Berth("upper", 1, "ben"));
        assertThat(await(db.query(Berth.class).all())).containsExactly(new Berth("upper", 1, "ben"));
        assertThat(SqlLog.of(db, db.upsert(new Berth("upper", 1, "cat"))))
                .containsExactly("INSERT INTO berths (deck, number, sailor) VALUES ($1, $2, $3) ON CONFLICT (deck,"
                        + " number) DO UPDATE SET sailor = excluded.sailor RETURNING berths.deck, berths.number,"
                        + " berths.sailor");
    }

    @Test
    void anyUniqueAttributeTellsTheRow() {
        await(db.create(new Sailor("ann", 10)));
        Sailor again = new Sailor("ann", 5);
        Sailor stored =
                await(db.upsert(again, row -> row.on(Crew.NAME).set(Crew.PAY, Crew.PAY.plus(Sql.excluded(Crew.PAY)))));
        assertThat(stored).isSameAs(again);
        assertThat(again.id).isEqualTo(1);
        assertThat(again.pay).isEqualTo(15);
        assertThat(again.joined).isNotNull();
    }

    @Test
    void onlyTheNamedAttributesAreUpdated() {
        await(db.create(new Port(1L, "kiel", 9)));
        Port stored = await(db.upsert(
                new Port(1L, "bremen", 12),
                row -> row.on(Crew.PORT.column("id", Long.class)).updating(Crew.DEPTH)));
        assertThat(stored).isEqualTo(new Port(1L, "kiel", 12));
    }

    @Test
    void aRowThatIsToStayAsItIsIsNotGivenBack() {
        await(db.create(new Port(1L, "kiel", 9)));
        assertThat(await(db.upsert(
                        new Port(2L, "kiel", 12), row -> row.on(Crew.PORT_NAME).doNothing())))
                .isNull();
        assertThat(await(db.upsert(
                        new Port(2L, "kiel", 3),
                        row -> row.on(Crew.PORT_NAME).onlyIf(Crew.DEPTH.lt(Sql.excluded(Crew.DEPTH))))))
                .isNull();
        assertThat(await(db.upsert(
                        new Port(2L, "kiel", 30),
                        row -> row.onConstraint("uq_ports_name").onlyIf(Crew.DEPTH.lt(Sql.excluded(Crew.DEPTH))))))
                .isEqualTo(new Port(1L, "kiel", 30));
    }

    @Test
    void anotherConflictThanTheOneMeantFails() {
        await(db.create(new Port(1L, "kiel", 9)));
        assertThatThrownBy(() -> await(db.upsert(new Port(2L, "kiel", 9)))).isInstanceOf(UniqueViolation.class);
    }

    @Test
    void manyAreUpsertedByOneStatementAndComeBackInOrder() {
        await(db.create(new Port(1L, "kiel", 9)));
        List<Port> ports = List.of(new Port(5L, "hull", 1), new Port(1L, "kiel", 2), new Port(3L, "cork", 3));
        assertThat(await(db.upsertMany(ports, row -> row))).isEqualTo(ports);
        assertThat(SqlLog.of(db, db.upsertMany(ports, row -> row)))
                .containsExactly("INSERT INTO ports (id, name, depth) SELECT * FROM unnest($1::bigint[], $2::text[],"
                        + " $3::integer[]) ON CONFLICT (id) DO UPDATE SET name = excluded.name, depth ="
                        + " excluded.depth RETURNING ports.id, ports.name, ports.depth");
        assertThat(await(db.upsertMany(List.of(new Port(5L, "x", 1), new Port(6L, "york", 2)), row -> row.doNothing())))
                .containsExactly(new Port(6L, "york", 2));
    }

    @Test
    void instancesOfAStreamAreCreatedInBatches() {
        Flux<Port> ports = Flux.range(1, 25).map(i -> new Port(null, "port" + i, i));
        assertThat(SqlLog.of(db, db.createMany(ports, 10))).hasSize(3);
        assertThat(await(db.query(Port.class).orderBy(Crew.DEPTH).all().map(Port::name)))
                .hasSize(25)
                .startsWith("port1", "port2");
    }
}
