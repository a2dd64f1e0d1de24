/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.Crew.Port;
import io.gino.crud.Crew.Sailor;
import io.gino.error.StatementException;
import io.gino.sql.Sql;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

@ExtendWith(PostgresExtension.class)
class PagesIT {

    record Card(String name, int pay) {}

    private final Gino db;

    PagesIT(TestDatabase database) {
        db = Crew.on(database);
    }

    @BeforeEach
    void fill() {
        await(db.dropAll().then(db.createAll()));
        await(db.createMany(Flux.range(1, 7)
                .map(i -> new Port(null, "port" + i, i % 3 == 0 ? null : i % 3))
                .toIterable()));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void aPageComesWithTheNumberOfAllInOneStatement() {
        ModelQuery<Port> query = db.query(Port.class).where(Crew.PORT_NAME.ne("port7"));
        Page<String> page =
                await(query.orderBy(Crew.PORT_NAME.desc()).page(1, 4)).map(Port::name);
        assertThat(page).isEqualTo(new Page<>(List.of("port2", "port1"), 1, 4, 6));
        assertThat(page.pages()).isEqualTo(2);
        assertThat(page.hasNext()).isFalse();
        assertThat(SqlLog.of(db, query.orderBy(Crew.PORT_NAME.desc()).page(1, 4)))
                .containsExactly("SELECT ports.id, ports.name, ports.depth, (SELECT count(*) FROM ports WHERE"
                        + " ports.name <> $1) AS total FROM ports WHERE ports.name <> $1 ORDER BY ports.name DESC,"
                        + " ports.id LIMIT $2 OFFSET $3");
    }

    @Test
    void aPageBeyondTheLastIsEmptyAndStillKnowsTheNumber() {
        assertThat(await(db.query(Port.class).orderBy(Crew.PORT_NAME).page(9, 4)))
                .isEqualTo(new Page<>(List.of(), 9, 4, 7));
        assertThat(await(db.query(Sailor.class).orderBy(Crew.NAME).page(0, 4)))
                .isEqualTo(new Page<>(List.of(), 0, 4, 0));
    }

    @Test
    void slicesFollowEachOtherByTheirTokensThroughTiesAndNulls() {
        ModelQuery<Port> query = db.query(Port.class).orderBy(Crew.DEPTH.desc());
        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Slice<Port> slice = await(query.pageAfter(token.orElse(null), 2));
            slice.items().forEach(port -> names.add(port.name()));
            sizes.add(slice.items().size());
            token = slice.next();
        } while (token.isPresent());
        assertThat(names).containsExactly("port3", "port6", "port2", "port5", "port1", "port4", "port7");
        assertThat(sizes).containsExactly(2, 2, 2, 1);
    }

    @Test
    void aSliceIsOneStatementThatSkipsNothing() {
        ModelQuery<Port> query = db.query(Port.class).orderBy(Crew.PORT_NAME);
        String token = await(query.pageAfter(null, 2)).next().orElseThrow();
        assertThat(SqlLog.of(db, query.pageAfter(token, 2)))
                .containsExactly("SELECT ports.id, ports.name, ports.depth FROM ports WHERE (ports.name, ports.id) >"
                        + " ($1, $2) ORDER BY ports.name, ports.id LIMIT $3");
    }

    @Test
    void slicesFollowAnyOrder() {
        ModelQuery<Port> query =
                db.query(Port.class).orderBy(Sql.upper(Crew.PORT_NAME).desc());
        String token = await(query.pageAfter(null, 3)).next().orElseThrow();
        assertThat(await(query.pageAfter(token, 2)).map(Port::name).items()).containsExactly("port4", "port3");
    }

    @Test
    void pagesWithoutOrderAreRefused() {
        assertThatThrownBy(() -> await(db.query(Port.class).page(0, 10)))
                .isInstanceOf(StatementException.class)
                .hasMessage("Pages of Port need an order, else a row can be on two of them. Call orderBy(…) first.");
        assertThatThrownBy(
                        () -> await(db.query(Port.class).orderBy(Crew.PORT_NAME).page(0, 0)))
                .hasMessage("A page needs a size of at least 1; got 0.");
    }

    @Test
    void attributesAreSelectedAsValuesOfTheirTypeAndAsRecords() {
        await(db.createMany(List.of(new Sailor("ann", 1), new Sailor("ben", 2), new Sailor("cat", 2))));
        ModelQuery<Sailor> query = db.query(Sailor.class).where(Crew.PAY.gt(1));
        assertThat(await(query.select(Crew.PAY).distinct().all())).containsExactly(2);
        assertThat(await(query.orderBy(Crew.NAME)
                        .select(Crew.NAME, Crew.PAY)
                        .into(Card.class)
                        .all()))
                .containsExactly(new Card("ben", 2), new Card("cat", 2));
        assertThat(await(query.orderBy(Crew.NAME.desc()).select(Crew.NAME).first()))
                .isEqualTo("cat");
        assertThat(await(query.exists())).isTrue();
        assertThat(await(query.where(Crew.NAME.eq("zoe")).exists())).isFalse();
    }
}
