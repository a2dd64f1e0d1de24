/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.Crew.Berth;
import io.gino.crud.Crew.Port;
import io.gino.crud.Crew.Sailor;
import io.gino.engine.AcquireOptions;
import io.gino.error.NoSuchRowException;
import io.gino.error.StatementException;
import io.gino.sql.Lock;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

@ExtendWith(PostgresExtension.class)
class KeysIT {

    private final Gino db;

    KeysIT(TestDatabase database) {
        db = Crew.on(database);
    }

    @BeforeEach
    void fill() {
        await(db.dropAll().then(db.createAll()));
        await(db.createMany(List.of(new Sailor("ann", 1), new Sailor("ben", 2), new Sailor("cat", 3))));
        await(db.createMany(
                List.of(new Berth("upper", 1, "ann"), new Berth("upper", 2, "ben"), new Berth("lower", 1, "cat"))));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void getManyGivesInstancesInTheOrderOfTheKeysAndLeavesOutWhatIsNotThere() {
        assertThat(await(db.getMany(Sailor.class, List.of(3L, 9L, 1L, 3)).map(sailor -> sailor.name)))
                .containsExactly("cat", "ann", "cat");
    }

    @Test
    void getManyIsOneStatementForAnyNumberOfKeys() {
        String sql = "SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills, sailors.joined FROM"
                + " unnest($1::bigint[]) WITH ORDINALITY AS given (id, place) JOIN sailors ON sailors.id = given.id"
                + " ORDER BY given.place";
        assertThat(SqlLog.of(db, db.getMany(Sailor.class, List.of(3L)))).containsExactly(sql);
        assertThat(SqlLog.of(db, db.getMany(Sailor.class, List.of(3L, 2L, 1L)))).containsExactly(sql);
        assertThat(SqlLog.of(db, db.getMany(Sailor.class, List.of()))).isEmpty();
    }

    @Test
    void getManyTakesKeysOfSeveralColumnsAsListsAndMaps() {
        assertThat(await(db.getMany(
                        Berth.class,
                        List.of(List.of("lower", 1), Map.of("number", 2, "deck", "upper"), List.of("lower", 7)))))
                .containsExactly(new Berth("lower", 1, "cat"), new Berth("upper", 2, "ben"));
    }

    record BerthKey(String deck, int number) {}

    record Swapped(int number, String deck) {}

    record Deck(String deck) {}

    record Labelled(String deck, int number, String label) {}

    @Test
    void aKeyOfSeveralColumnsMayBeARecordWithItsAttributes() {
        assertThat(await(db.get(Berth.class, new BerthKey("upper", 2)))).isEqualTo(new Berth("upper", 2, "ben"));
        assertThat(await(db.exists(Berth.class, new Swapped(2, "upper")))).isTrue();
        assertThat(await(db.getMany(Berth.class, List.of(new BerthKey("lower", 1), new BerthKey("lower", 9)))))
                .containsExactly(new Berth("lower", 1, "cat"));
        assertThatThrownBy(() -> await(db.get(Berth.class, new Deck("upper"))))
                .isInstanceOf(StatementException.class)
                .hasMessage("A Deck is no key of model Berth, which needs: deck, number. It has: deck.");
        assertThatThrownBy(() -> await(db.get(Berth.class, new Labelled("upper", 1, "x"))))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "A Labelled is no key of model Berth, which needs: deck, number. It has: deck, number, label.");
    }

    @Test
    void aKeyOfTheWrongSizeSaysWhatWasExpected() {
        assertThatThrownBy(() -> await(db.getMany(Berth.class, List.of("upper"))))
                .isInstanceOf(StatementException.class)
                .hasMessage("The primary key of model Berth has 2 values (deck, number); got 1.");
        assertThatThrownBy(() -> await(db.get(Sailor.class, List.of(1L, 2L))))
                .hasMessage("The primary key of model Sailor has 1 value (id); got 2.");
        assertThatThrownBy(() -> await(db.exists(Berth.class, Map.of("deck", "upper", "number", 1, "more", 2))))
                .hasMessage("The primary key of model Berth has 2 values (deck, number); got 3.");
    }

    @Test
    void existsAsksForNoMoreThanTheAnswer() {
        assertThat(await(db.exists(Sailor.class, 2L))).isTrue();
        assertThat(await(db.exists(Sailor.class, 7L))).isFalse();
        assertThat(await(db.exists(Berth.class, List.of("lower", 1)))).isTrue();
        assertThat(SqlLog.of(db, db.exists(Berth.class, List.of("lower", 1))))
                .containsExactly("SELECT EXISTS (SELECT berths.deck, berths.number, berths.sailor FROM berths WHERE"
                        + " berths.deck = $1 AND berths.number = $2) LIMIT $3");
    }

    @Test
    void countCountsAllInstances() {
        assertThat(await(db.count(Berth.class))).isEqualTo(3);
    }

    @Test
    void getForUpdateLocksTheRowUntilTheTransactionEnds() {
        assertThat(SqlLog.of(db, db.getForUpdate(Berth.class, List.of("lower", 1))))
                .containsExactly("SELECT berths.deck, berths.number, berths.sailor FROM berths WHERE berths.deck = $1"
                        + " AND berths.number = $2 FOR UPDATE");
        Mono<Berth> other = db.engine()
                .acquire(
                        AcquireOptions.options(),
                        conn -> db.on(conn)
                                .query(Berth.class)
                                .lock(new Lock(Lock.Strength.UPDATE, Lock.Wait.SKIP_LOCKED))
                                .first());
        Mono<String> unlocked = db.transaction(tx ->
                db.getForUpdate(Berth.class, List.of("lower", 1)).then(other).map(Berth::deck));
        assertThat(await(unlocked)).isEqualTo("upper");
    }

    @Test
    void refreshReadsAnInstanceAgain() {
        Sailor sailor = await(db.get(Sailor.class, 1L));
        await(db.status(db.update(Sailor.class).set(Crew.PAY, 50).where(Crew.ID.eq(1L))));
        assertThat(await(db.refresh(sailor))).isSameAs(sailor);
        assertThat(sailor.pay).isEqualTo(50);
        Berth berth = new Berth("upper", 1, "stale");
        assertThat(await(db.refresh(berth))).isEqualTo(new Berth("upper", 1, "ann"));
    }

    @Test
    void refreshOfARowThatIsGoneFails() {
        assertThatThrownBy(() -> await(db.refresh(new Port(7L, "x", null))))
                .isInstanceOf(NoSuchRowException.class)
                .hasMessage("The row of this Port is not there any more, so it was not read again.");
    }
}
