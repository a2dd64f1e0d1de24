/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.Crew.Berth;
import io.gino.crud.Crew.Rank;
import io.gino.crud.Crew.Sailor;
import io.gino.error.NoSuchRowException;
import io.gino.error.StatementException;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class UpdateManyIT {

    private final Gino db;

    UpdateManyIT(TestDatabase database) {
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
    void anyNumberOfInstancesIsStoredByOneStatementAndComesBackInOrder() {
        List<Sailor> sailors = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            sailors.add(new Sailor("sailor" + i, 1));
        }
        await(db.createMany(sailors));
        Collections.reverse(sailors);
        for (Sailor sailor : sailors) {
            sailor.pay = sailor.id.intValue() * 2;
            sailor.rank = Rank.BOSUN;
            sailor.skills = List.of("knots", "a,\"b\"");
        }
        assertThat(await(db.updateMany(sailors))).containsExactlyElementsOf(sailors);
        Sailor found = await(db.get(Sailor.class, 1234L));
        assertThat(found.pay).isEqualTo(2468);
        assertThat(found.rank).isEqualTo(Rank.BOSUN);
        assertThat(found.skills).containsExactly("knots", "a,\"b\"");
    }

    @Test
    void recordsComeBackAsTheDatabaseStoredThem() {
        await(db.createMany(List.of(new Berth("upper", 1, "ann"), new Berth("lower", 1, "ben"))));
        List<Berth> changed = List.of(new Berth("lower", 1, null), new Berth("upper", 1, "cat"));
        assertThat(await(db.updateMany(changed))).isEqualTo(changed);
        assertThat(SqlLog.of(db, db.updateMany(changed)))
                .containsExactly("UPDATE berths SET sailor = given.sailor FROM unnest($1::text[], $2::integer[],"
                        + " $3::text[]) WITH ORDINALITY AS given (deck, number, sailor, place) WHERE berths.deck ="
                        + " given.deck AND berths.number = given.number RETURNING berths.deck, berths.number,"
                        + " berths.sailor, given.place");
    }

    @Test
    void onlyTheNamedAttributesAreStored() {
        List<Sailor> sailors = await(db.createMany(List.of(new Sailor("ann", 1), new Sailor("ben", 2))));
        sailors.forEach(sailor -> {
            sailor.pay = 9;
            sailor.rank = Rank.MATE;
        });
        await(db.updateMany(sailors, Crew.PAY));
        Sailor found = await(db.get(Sailor.class, 1L));
        assertThat(found.pay).isEqualTo(9);
        assertThat(found.rank).isNull();
    }

    @Test
    void rowsThatAreGoneAreNamed() {
        await(db.create(new Berth("upper", 1, "ann")));
        assertThatThrownBy(() -> await(db.updateMany(List.of(new Berth("lower", 1, "x"), new Berth("upper", 1, "y")))))
                .isInstanceOf(NoSuchRowException.class)
                .hasMessage("1 of 2 rows of model Berth are not there any more (of the list, counted from 0: 0); the"
                        + " others were updated. To update all or none, run this in a transaction.");
    }

    @Test
    void twoInstancesOfOneKeyAreRefused() {
        assertThatThrownBy(() -> await(db.updateMany(List.of(new Berth("a", 1, "x"), new Berth("a", 1, "y")))))
                .isInstanceOf(StatementException.class)
                .hasMessage("updateMany got two instances of model Berth with the same key; which of them to store"
                        + " cannot be told.");
    }

    @Test
    void ofNothingNothingIsSent() {
        assertThat(SqlLog.of(db, db.updateMany(List.<Berth>of()))).isEmpty();
    }
}
