/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.schema.Schema.index;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.engine.Status;
import io.gino.error.NoSuchRowException;
import io.gino.error.StatementException;
import io.gino.error.UninitializedException;
import io.gino.load.ModelLoader;
import io.gino.model.Column;
import io.gino.model.ColumnAttribute;
import io.gino.model.ForeignKey;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.schema.Index;
import io.gino.schema.ReferenceAction;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@NullUnmarked
@ExtendWith(PostgresExtension.class)
class ModelVerbsIT {

    enum Mood {
        CALM,
        WILD
    }

    @GinoModel("users")
    static class User {
        @PrimaryKey
        private Long id;

        @Column("name")
        private String nickname = "noname";

        @Column(nullable = false, unique = true)
        private String email;

        private int age;
        private Mood mood;
        private List<String> tags;

        @Column(type = "jsonb")
        private Map<String, Object> profile;

        @Column(serverDefault = "now()")
        private OffsetDateTime created;

        private final transient List<Address> addresses = new ArrayList<>();

        static final Index BY_AGE = index("users_age").on("age");

        private User() {}

        User(String email) {
            this.email = email;
        }

        void add(Address address) {
            addresses.add(address);
        }
    }

    @GinoModel("addresses")
    record Address(
            @PrimaryKey Long id,

            @ForeignKey(value = "users.id", onDelete = ReferenceAction.CASCADE)
            Long userId,

            String street) {}

    @GinoModel("ties")
    record Tie(@PrimaryKey UUID one, @PrimaryKey UUID other, String note) {}

    private static final Model<User> USER = Model.of(User.class);
    private static final ColumnAttribute<User, Long> ID = USER.column("id", Long.class);
    private static final ColumnAttribute<User, String> NICKNAME = USER.column("nickname", String.class);
    private static final ColumnAttribute<User, Integer> AGE = USER.column("age", Integer.class);
    private static final Model<Address> ADDRESS = Model.of(Address.class);

    private final Gino db = new Gino().models(User.class, Address.class, Tie.class);

    ModelVerbsIT(TestDatabase database) {
        db.bind(GinoEngine.create(database.url()));
    }

    @BeforeEach
    void createTables() {
        await(db.dropAll().then(db.createAll()));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    private static <T> T await(Mono<T> work) {
        return work.block(Duration.ofSeconds(10));
    }

    @Test
    void createGivesBackTheSameInstanceAsTheDatabaseStoredIt() {
        User user = new User("ada@x.org");
        user.mood = Mood.WILD;
        user.tags = List.of("a", "b\"c");
        user.profile = Map.of("langs", List.of("en", "中文"));
        User stored = await(db.create(user));
        assertThat(stored).isSameAs(user);
        assertThat(user.id).isEqualTo(1);
        assertThat(user.created).isNotNull();
        User found = await(db.get(User.class, 1L));
        assertThat(found).isNotSameAs(user).usingRecursiveComparison().isEqualTo(user);
    }

    @Test
    void createGivesBackANewRecord() {
        await(db.create(new User("ada@x.org")));
        StepVerifier.create(db.create(new Address(null, 1L, "Road 1")))
                .expectNext(new Address(1L, 1L, "Road 1"))
                .verifyComplete();
    }

    @Test
    void anAttributeThatIsNullIsNullInTheDatabaseUnlessTheColumnHasADefault() {
        User user = new User("ada@x.org");
        user.nickname = null;
        await(db.create(user));
        User found = await(db.get(User.class, 1));
        assertThat(found.nickname).isNull();
        assertThat(found.created).isNotNull();
    }

    @Test
    void getGivesNothingForAKeyThatIsNotThere() {
        StepVerifier.create(db.get(User.class, 7L)).verifyComplete();
    }

    @Test
    void getTakesAKeyOfSeveralColumnsAsListOrMap() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Tie tie = await(db.create(new Tie(one, other, "knot")));
        StepVerifier.create(db.get(Tie.class, List.of(one, other)))
                .expectNext(tie)
                .verifyComplete();
        StepVerifier.create(db.get(Tie.class, Map.of("other", other, "one", one)))
                .expectNext(tie)
                .verifyComplete();
        StepVerifier.create(db.get(Tie.class, one))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StatementException.class)
                        .hasMessage("The primary key of model Tie has 2 values (one, other); got 1."))
                .verify();
        StepVerifier.create(db.get(Tie.class, Map.of("one", one)))
                .expectErrorSatisfies(error ->
                        assertThat(error).hasMessage("The key for model Tie lacks 'other'. It needs: one, other."))
                .verify();
    }

    @Test
    void queriesFindInstances() {
        await(db.createMany(List.of(new User("a"), new User("b"), new User("c")))
                .then());
        StepVerifier.create(db.query(User.class)
                        .where(ID.gt(1L))
                        .orderBy(ID.desc())
                        .limit(1)
                        .all()
                        .map(user -> user.email))
                .expectNext("c")
                .verifyComplete();
        StepVerifier.create(db.query(User.class).where(ID.gt(1L)).count())
                .expectNext(2L)
                .verifyComplete();
        StepVerifier.create(select(count()).from(USER.table()).as(db::scalar))
                .expectNext(3L)
                .verifyComplete();
    }

    @Test
    void createManyGivesTheStoredInstancesInTheirOrder() {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            User user = new User("user" + i + "@x.org");
            user.id = i % 2 == 0 ? null : 10_000L + i;
            user.profile = Map.of("i", i);
            users.add(user);
        }
        List<User> stored = await(db.createMany(users).collectList());
        assertThat(stored).hasSize(3000);
        for (int i = 0; i < 3000; i++) {
            assertThat(stored.get(i)).isSameAs(users.get(i));
            assertThat(users.get(i).id).isNotNull();
        }
        StepVerifier.create(db.query(User.class).where(ID.eq(10_001L)).one().map(user -> user.profile.get("i")))
                .expectNext(1)
                .verifyComplete();
    }

    @Test
    void createManyOfNothingSendsNothing() {
        StepVerifier.create(db.createMany(List.<User>of())).verifyComplete();
    }

    @Test
    void updateChangesMemoryAtOnceAndTheRowOnApply() {
        User user = await(db.create(new User("ada@x.org")));
        UpdateRequest<User> request = db.update(user).set(NICKNAME, "daisy").set(AGE, AGE.plus(5));
        assertThat(user.nickname).isEqualTo("daisy");
        assertThat(user.age).isZero();
        StepVerifier.create(request.apply()).expectNext(user).verifyComplete();
        assertThat(user.age).isEqualTo(5);
        StepVerifier.create(db.get(User.class, 1L).map(found -> found.nickname + found.age))
                .expectNext("daisy5")
                .verifyComplete();
    }

    @Test
    void updateSetsWhatIsPresentAndLeavesTheRest() {
        User user = await(db.create(new User("ada@x.org")));
        StepVerifier.create(db.update(user)
                        .setIfPresent(NICKNAME, Optional.of("daisy"))
                        .setIfPresent(AGE, Optional.empty())
                        .apply()
                        .map(found -> found.nickname + found.age))
                .expectNext("daisy0")
                .verifyComplete();
    }

    @Test
    void updateOfARecordGivesTheNewRecord() {
        await(db.create(new User("ada@x.org")));
        Address address = await(db.create(new Address(null, 1L, "Road 1")));
        StepVerifier.create(db.update(address)
                        .set(ADDRESS.column("street", String.class), "Road 2")
                        .apply())
                .expectNext(new Address(1L, 1L, "Road 2"))
                .verifyComplete();
        assertThat(address.street()).isEqualTo("Road 1");
    }

    @Test
    void updateFindsTheRowByTheKeyThatTheInstanceHad() {
        User user = await(db.create(new User("ada@x.org")));
        StepVerifier.create(db.update(user).set(ID, 50L).apply().map(changed -> changed.id))
                .expectNext(50L)
                .verifyComplete();
        StepVerifier.create(db.get(User.class, 50L)).expectNextCount(1).verifyComplete();
    }

    @Test
    void updateOfARowThatIsGoneFails() {
        User user = await(db.create(new User("ada@x.org")));
        await(db.delete(user));
        StepVerifier.create(db.update(user).set(NICKNAME, "x").apply())
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NoSuchRowException.class)
                        .hasMessage("The row of this User is not there any more, so it was not updated."))
                .verify();
    }

    @Test
    void updateOfNothingSendsNothing() {
        User user = await(db.create(new User("ada@x.org")));
        await(db.delete(user));
        StepVerifier.create(db.update(user).apply()).expectNext(user).verifyComplete();
    }

    @Test
    void deleteSaysHowManyRowsItRemoved() {
        User user = await(db.create(new User("ada@x.org")));
        StepVerifier.create(db.delete(user))
                .expectNext(new Status("DELETE", 1, 0))
                .verifyComplete();
        StepVerifier.create(db.delete(user))
                .expectNext(new Status("DELETE", 0, 0))
                .verifyComplete();
    }

    @Test
    void anInstanceWithoutKeyIsRefusedBeforeAnythingIsSent() {
        StepVerifier.create(db.delete(new User("x")))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StatementException.class)
                        .hasMessage(
                                "This User has no id, so its row cannot be told. Create it first, or load it from the"
                                        + " database."))
                .verify();
    }

    @Test
    void massUpdatesAndDeletesTakeAttributes() {
        await(db.createMany(List.of(new User("a"), new User("b"), new User("c")))
                .then());
        StepVerifier.create(db.update(User.class).set(AGE, 9).where(ID.le(2L)).as(db::status))
                .expectNext(new Status("UPDATE", 2, 0))
                .verifyComplete();
        StepVerifier.create(db.delete(User.class).where(AGE.eq(9)).as(db::status))
                .expectNext(new Status("DELETE", 2, 0))
                .verifyComplete();
    }

    @Test
    void graphsLoadInOneStatement() {
        await(db.createMany(List.of(new User("a"), new User("b"), new User("c")))
                .then());
        await(db.createMany(
                        List.of(new Address(null, 1L, "R1"), new Address(null, 3L, "R2"), new Address(null, 1L, "R3")))
                .then());
        ModelLoader<User> graph =
                ModelLoader.load(User.class).distinct(ID).with(User::add, ModelLoader.load(Address.class));
        StepVerifier.create(db.query(graph)
                        .orderBy(ID)
                        .all()
                        .map(user -> user.email
                                + user.addresses.stream().map(Address::street).toList()))
                .expectNext("a[R1, R3]", "b[]", "c[R2]")
                .verifyComplete();
        StepVerifier.create(db.query(graph)
                        .orderBy(ID)
                        .limit(2)
                        .all()
                        .map(user -> user.email
                                + user.addresses.stream().map(Address::street).toList()))
                .expectNext("a[R1, R3]", "b[]")
                .verifyComplete();
        StepVerifier.create(db.query(graph).orderBy(ID).first().map(user -> user.addresses.size()))
                .expectNext(2)
                .verifyComplete();
        StepVerifier.create(db.query(graph).count()).expectNext(3L).verifyComplete();
    }

    @Test
    void theModelsJoinATransaction() {
        StepVerifier.create(db.transaction(
                        tx -> db.create(new User("a")).then(Mono.error(new IllegalStateException("no")))))
                .verifyErrorMessage("no");
        StepVerifier.create(db.query(User.class).all()).verifyComplete();
    }

    @Test
    void anUnboundGinoSaysSoEverywhere() {
        Gino unbound = new Gino();
        String words = "This Gino is not bound to a database. Call bind(GinoEngine.create(url)), or run the work in"
                + " withBind(url, …).";
        Flux.<Mono<?>>just(
                        unbound.get(User.class, 1L),
                        unbound.create(new User("a")),
                        unbound.query(User.class).first(),
                        unbound.status(text("SELECT 1")),
                        unbound.createAll(),
                        unbound.transaction(tx -> Mono.empty()))
                .concatMap(work -> work.then().materialize())
                .doOnNext(signal -> assertThat(signal.getThrowable())
                        .isInstanceOf(UninitializedException.class)
                        .hasMessage(words))
                .as(StepVerifier::create)
                .expectNextCount(6)
                .verifyComplete();
    }
}
