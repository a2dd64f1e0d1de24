/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.model.Column;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Inet;
import io.gino.type.Interval;
import io.gino.type.Json;
import io.gino.type.Point;
import io.gino.type.Range;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/** A model with an attribute of nearly every type: created, read, changed, and created by the hundred. */
@NullUnmarked
@ExtendWith(PostgresExtension.class)
class ModelTypesIT {

    enum Mood {
        CALM,
        WILD
    }

    record Card(String name, int number) {}

    @GinoModel("things")
    static class Thing {
        @PrimaryKey
        Long id;

        @Column(type = "numeric(10,2)")
        BigDecimal price = new BigDecimal("12.50");

        @Column(type = "char(2)")
        String country = "CZ";

        @Column(type = "citext")
        String email = "Ada@Example.org";

        Duration lasting = Duration.ofHours(49);
        Period every = Period.of(1, 2, 3);
        Interval interval = new Interval(1, -2, 3);
        Instant at = Instant.MAX;
        LocalTime time = LocalTime.NOON;

        @Column(type = "mood")
        Mood mood = Mood.WILD;

        @Column(type = "mood[]")
        List<Mood> moods = List.of(Mood.CALM, Mood.WILD);

        Mood moodText = Mood.CALM;

        @Column(type = "smallint")
        Mood moodNumber = Mood.WILD;

        Json json = new Json("{\"a\": 1}");

        @Column(type = "jsonb")
        List<Card> cards = List.of(new Card("a\"b", 1));

        @Column(type = "json")
        Map<String, Integer> counts = Map.of("a", 1);

        @Column(type = "jsonb[]")
        List<Card> cardArray = List.of(new Card("x", 1), new Card("y", 2));

        Range<LocalDate> days = Range.closedOpen(LocalDate.EPOCH, LocalDate.MAX);

        @Column(type = "int4multirange")
        List<Range<Integer>> ages = List.of(Range.closedOpen(1, 3), Range.atLeast(5));

        InetAddress host = Inet.parse("10.0.0.1").address();

        @Column(type = "cidr")
        Inet network = Inet.parse("10.0.0.0/8");

        @Column(type = "hstore")
        Map<String, String> attributes = Map.of("k", "v");

        @Column(type = "varbit")
        String bits = "101";

        Point point = new Point(1, -2.5);
        List<byte[]> chunks = List.of(new byte[] {0}, new byte[0]);
        List<List<Integer>> grid = List.of(List.of(1, 2), List.of(3, 4));
        List<UUID> uuids = List.of(new UUID(0, 1));
    }

    private final Gino db = new Gino().models(Thing.class);

    ModelTypesIT(TestDatabase database) {
        db.bind(GinoEngine.create(database.url()));
    }

    @BeforeEach
    void createTables() {
        await(db.dropAll());
        await(db.status(text("CREATE EXTENSION IF NOT EXISTS hstore; CREATE EXTENSION IF NOT EXISTS citext;"
                + " DROP TYPE IF EXISTS mood; CREATE TYPE mood AS ENUM ('CALM', 'WILD')")));
        await(db.createAll());
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    private static <T> T await(Mono<T> work) {
        return work.block(Duration.ofSeconds(10));
    }

    @Test
    void everyAttributeComesBackAsItWent() {
        Thing thing = await(db.create(new Thing()));
        assertThat(thing).usingRecursiveComparison().ignoringFields("id").isEqualTo(new Thing());
        assertThat(await(db.get(Thing.class, thing.id)))
                .usingRecursiveComparison()
                .isEqualTo(thing);
    }

    @Test
    void everyAttributeComesBackFromOneStatementForMany() {
        List<Thing> things = IntStream.range(0, 300).mapToObj(n -> new Thing()).toList();
        things.get(7).grid = List.of();
        List<Thing> stored = await(db.createMany(things).collectList());
        assertThat(stored).hasSize(300);
        assertThat(await(db.get(Thing.class, stored.get(8).id)))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new Thing());
        assertThat(await(db.get(Thing.class, stored.get(7).id)).grid).isEmpty();
    }

    @Test
    void everyAttributeMayBeNull() {
        Model<Thing> model = db.model(Thing.class);
        Thing nothing = new Thing();
        model.forEach(column -> column.set(nothing, null));
        Thing stored = await(db.create(nothing));
        stored.id = null;
        List<Thing> more = await(db.createMany(List.of(stored, nothing)).collectList());
        assertThat(await(db.get(Thing.class, more.get(1).id)))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(nothing);
        assertThat(await(db.get(Thing.class, more.get(1).id))).hasAllNullFieldsOrPropertiesExcept("id");
    }

    @Test
    void attributesAreFoundAndChangedByTheirValues() {
        Model<Thing> model = db.model(Thing.class);
        Thing thing = await(db.create(new Thing()));
        assertThat(await(db.query(Thing.class)
                        .where(model.column("email", String.class).eq("ADA@example.ORG"))
                        .where(model.column("country", String.class).in("CZ", "SK"))
                        .where(model.column("mood", Mood.class).ge(Mood.CALM))
                        .where(model.column("lasting", Duration.class).gt(Duration.ofDays(2)))
                        .first()))
                .isNotNull();
        await(db.update(thing)
                .set(model.column("mood", Mood.class), Mood.CALM)
                .set(model.column("network", Inet.class), Inet.parse("::/0"))
                .apply());
        assertThat(await(db.get(Thing.class, thing.id)).mood).isEqualTo(Mood.CALM);
        assertThat(await(db.get(Thing.class, thing.id)).network).isEqualTo(Inet.parse("::/0"));
    }
}
