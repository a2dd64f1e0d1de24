/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.ID;
import static io.gino.crud.Crew.NAME;
import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.Crew.Port;
import io.gino.crud.Crew.Sailor;
import io.gino.error.NotNullViolation;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Instances of one list that leave out different columns. */
@ExtendWith(PostgresExtension.class)
class CreateManyIT {

    private final Gino db;

    CreateManyIT(TestDatabase database) {
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

    private static Sailor sailor(Long id, String name) {
        Sailor sailor = new Sailor(name, 1);
        sailor.id = id;
        return sailor;
    }

    @Test
    void areStoredByOneStatementAndComeBackInTheirOrder() {
        List<Port> ports = List.of(new Port(null, "a", 1), new Port(70L, "b", 2), new Port(null, "c", 3));
        assertThat(SqlLog.of(
                        db,
                        db.createMany(ports)
                                .collectList()
                                .doOnNext(stored -> assertThat(stored)
                                        .containsExactly(
                                                new Port(1L, "a", 1), new Port(70L, "b", 2), new Port(2L, "c", 3)))))
                .containsExactly("WITH stored1 AS (INSERT INTO ports (name, depth) SELECT * FROM unnest($1::text[],"
                        + " $2::integer[]) RETURNING ports.id, ports.name, ports.depth), stored2 AS (INSERT INTO ports"
                        + " (id, name, depth) SELECT * FROM unnest($3::bigint[], $4::text[], $5::integer[]) RETURNING"
                        + " ports.id, ports.name, ports.depth) SELECT stored1.id, stored1.name, stored1.depth FROM"
                        + " stored1 UNION ALL SELECT stored2.id, stored2.name, stored2.depth FROM stored2");
    }

    @Test
    void areTheSameInstancesWithWhatTheDatabaseGave() {
        List<Sailor> sailors = List.of(sailor(9L, "a"), sailor(null, "b"), sailor(8L, "c"), sailor(null, "d"));
        List<Sailor> stored = await(db.createMany(sailors));
        assertThat(stored).usingElementComparator((a, b) -> a == b ? 0 : 1).containsExactlyElementsOf(sailors);
        assertThat(sailors).allMatch(sailor -> sailor.joined != null);
        assertThat(await(db.query(Sailor.class).orderBy(NAME).select(ID).all())).containsExactly(9L, 1L, 8L, 2L);
    }

    @Test
    void areStoredAllOrNone() {
        assertThatThrownBy(() -> await(db.createMany(List.of(sailor(null, "a"), sailor(9L, null)))))
                .isInstanceOf(NotNullViolation.class);
        assertThat(await(db.count(Sailor.class))).isZero();
    }

    @Test
    void areUpsertedByOneStatement() {
        await(db.create(new Port(5L, "e", 1)));
        List<Port> ports = List.of(new Port(null, "f", 1), new Port(5L, "g", 2));
        assertThat(await(db.upsertMany(ports, row -> row))).containsExactly(new Port(1L, "f", 1), new Port(5L, "g", 2));
        List<Port> again = List.of(new Port(null, "f", 9), new Port(6L, "h", 3));
        assertThat(await(db.upsertMany(again, row -> row.on(Crew.PORT_NAME).doNothing())))
                .containsExactly(new Port(6L, "h", 3));
    }
}
