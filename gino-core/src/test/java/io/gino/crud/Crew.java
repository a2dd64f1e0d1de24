/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.model.Column;
import io.gino.model.ColumnAttribute;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A class and two records as models, and a database that has their tables. */
@NullUnmarked
final class Crew {

    enum Rank {
        MATE,
        BOSUN
    }

    @GinoModel("sailors")
    static class Sailor {
        @PrimaryKey
        Long id;

        @Column(nullable = false, unique = true)
        String name;

        int pay;
        Rank rank;
        List<String> skills;

        @Column(serverDefault = "now()")
        OffsetDateTime joined;

        Sailor() {}

        Sailor(String name, int pay) {
            this.name = name;
            this.pay = pay;
        }
    }

    @GinoModel("berths")
    record Berth(@PrimaryKey String deck, @PrimaryKey int number, String sailor) {}

    @GinoModel("ports")
    record Port(
            @PrimaryKey Long id,
            @Column(nullable = false, unique = true) String name,
            Integer depth) {}

    static final Model<Sailor> SAILOR = Model.of(Sailor.class);
    static final ColumnAttribute<Sailor, Long> ID = SAILOR.column("id", Long.class);
    static final ColumnAttribute<Sailor, String> NAME = SAILOR.column("name", String.class);
    static final ColumnAttribute<Sailor, Integer> PAY = SAILOR.column("pay", Integer.class);
    static final Model<Berth> BERTH = Model.of(Berth.class);
    static final ColumnAttribute<Berth, String> SLEEPER = BERTH.column("sailor", String.class);
    static final Model<Port> PORT = Model.of(Port.class);
    static final ColumnAttribute<Port, String> PORT_NAME = PORT.column("name", String.class);
    static final ColumnAttribute<Port, Integer> DEPTH = PORT.column("depth", Integer.class);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Crew() {}

    static Gino on(TestDatabase database) {
        return new Gino().models(Sailor.class, Berth.class, Port.class).bind(GinoEngine.create(database.url()));
    }

    static <T> T await(Mono<T> work) {
        return work.block(LIMIT);
    }

    static <T> List<T> await(Flux<T> work) {
        return work.collectList().block(LIMIT);
    }
}
