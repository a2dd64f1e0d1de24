/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.engine.Status;
import io.gino.error.StatementException;
import io.gino.model.Column;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@NullUnmarked
@ExtendWith(PostgresExtension.class)
class ModelCopyIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @GinoModel("parts")
    record Part(
            @PrimaryKey @Nullable Long id,
            @Column("label") String name,
            @Column(serverDefault = "7") @Nullable Integer stock,
            @Nullable String note) {}

    private final Gino db = new Gino();

    ModelCopyIT(TestDatabase database) {
        db.models(Part.class).bind(GinoEngine.create(database.url()));
    }

    @BeforeEach
    void create() {
        db.dropAll().then(db.createAll()).block(TIMEOUT);
    }

    @AfterEach
    void close() {
        db.engine().close().block(TIMEOUT);
    }

    @Test
    void storesInstancesAndLeavesWhatTheyDoNotSetToTheDatabase() {
        Flux<Part> parts = Flux.range(1, 1000).map(i -> new Part(null, "part " + i, null, i % 2 == 0 ? null : "odd"));
        assertThat(db.copyIn(Part.class, parts).block(TIMEOUT)).isEqualTo(new Status("COPY", 1000, 0));
        StepVerifier.create(db.get(Part.class, 1L))
                .expectNext(new Part(1L, "part 1", 7, "odd"))
                .verifyComplete();
        StepVerifier.create(db.get(Part.class, 1000L))
                .expectNext(new Part(1000L, "part 1000", 7, null))
                .verifyComplete();
    }

    @Test
    void storesWhatIsSet() {
        db.copyIn(Part.class, Flux.just(new Part(5L, "a", 1, null), new Part(3L, "b", 2, "n")))
                .block(TIMEOUT);
        StepVerifier.create(db.query(Part.class).all().map(Part::stock).sort())
                .expectNext(1, 2)
                .verifyComplete();
    }

    @Test
    void storesNoInstances() {
        StepVerifier.create(db.copyIn(Part.class, Flux.empty()))
                .expectNext(new Status("COPY", 0, 0))
                .verifyComplete();
    }

    @Test
    void anInstanceThatLeavesOutMoreThanTheFirstIsRefused() {
        StepVerifier.create(
                        db.copyIn(Part.class, Flux.just(new Part(null, "a", 1, null), new Part(null, "b", null, null))))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StatementException.class)
                        .hasMessage("Instance 2 of Part has no value for 'stock', and the first one has one. COPY fills"
                                + " the same columns in every row; copy them apart, or use createMany."))
                .verify(TIMEOUT);
        assertThatNothingIsStored();
    }

    @Test
    void anInstanceThatSetsMoreThanTheFirstIsRefused() {
        StepVerifier.create(db.copyIn(
                        Part.class, Flux.just(new Part(null, "a", null, null), new Part(7L, "b", null, null))))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StatementException.class)
                        .hasMessage(
                                "Instance 2 of Part has a value for 'id', and the first one has none. COPY fills the"
                                        + " same columns in every row; copy them apart, or use createMany."))
                .verify(TIMEOUT);
        assertThatNothingIsStored();
    }

    @Test
    void anErrorAmongTheInstancesComesOutAsItIs() {
        IllegalStateException own = new IllegalStateException("mine");
        StepVerifier.create(db.copyIn(Part.class, Flux.error(own)))
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(own))
                .verify(TIMEOUT);
        StepVerifier.create(db.copyIn(
                        Part.class, Flux.just(new Part(null, "a", null, null)).concatWith(Flux.error(own))))
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(own))
                .verify(TIMEOUT);
        assertThatNothingIsStored();
    }

    private void assertThatNothingIsStored() {
        assertThat(db.scalar(text("SELECT count(*) FROM parts"), Long.class).block(TIMEOUT))
                .isZero();
    }
}
