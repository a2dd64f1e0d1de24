/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static io.gino.load.Loaders.load;
import static io.gino.load.Loaders.many;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.load.ModelLoader;
import io.gino.test.TestDatabase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Attributes inside documents of models that are related, share a table, or cannot change. */
@NullUnmarked
class JsonGraphsIT extends OnPostgres {

    @GinoModel("teams")
    record Team(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Map<String, Object> profile,
            @JsonAttribute String motto) {}

    @GinoModel("members")
    static class Member {
        @PrimaryKey
        private Long id;

        @ForeignKey("teams.id")
        private Long teamId;

        @Column(type = "jsonb")
        private Map<String, Object> profile;

        @JsonAttribute
        private int age = 18;

        Member() {}

        Member(Long teamId, int age) {
            this.teamId = teamId;
            this.age = age;
        }
    }

    /** The same table with one attribute more. */
    static class Leader extends Member {
        @JsonAttribute
        private String title;
    }

    /** The same table, seen otherwise. */
    @GinoModel(of = Member.class)
    record Age(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Map<String, Object> profile,
            @JsonAttribute(path = "age") int years) {}

    /** By its constructor only. */
    @GinoModel("fixed")
    static final class Fixed {
        @PrimaryKey
        private final Long id;

        @Column(type = "jsonb")
        private final Map<String, Object> profile;

        @JsonAttribute
        private final String city;

        @JsonAttribute(defaultValue = "3")
        private Integer stars;

        Fixed(Long id, Map<String, Object> profile, String city) {
            this.id = id;
            this.profile = profile;
            this.city = city;
        }
    }

    record Roster(Team team, List<Member> members) {}

    JsonGraphsIT(TestDatabase database) {
        super(database, Team.class, Member.class, Fixed.class);
    }

    @Test
    void collectionsHaveThem() {
        Team team = await(db.create(new Team(null, Map.of("x", 1), "on")));
        awaitAll(db.createMany(List.of(new Member(team.id, 20), new Member(team.id, 30))));

        Roster gathered =
                await(db.query(load(Roster::new, ModelLoader.load(Team.class), many(ModelLoader.load(Member.class))))
                        .one());
        assertThat(gathered.team.motto).isEqualTo("on");
        assertThat(gathered.members).extracting(member -> member.age).containsExactlyInAnyOrder(20, 30);
        ColumnAttribute<Member, Integer> age = Model.of(Member.class).attribute("age");
        Roster some = await(db.query(load(
                        Roster::new,
                        ModelLoader.load(Team.class),
                        many(ModelLoader.load(Member.class)).where(age.gt(20))))
                .one());
        assertThat(some.members).extracting(member -> member.age).containsExactly(30);
    }

    @Test
    void modelsOfOneTableHaveTheirOwn() {
        Leader leader = new Leader();
        leader.title = "Dr";
        await(db.create(leader));
        assertThat(leader).extracting("age", "title").containsExactly(18, "Dr");
        assertThat(await(db.update(leader)
                                .set(Model.of(Leader.class).<String>attribute("title"), "Prof")
                                .set(Model.of(Leader.class).<Integer>attribute("age"), 50)
                                .apply())
                        .title)
                .isEqualTo("Prof");
        List<Age> ages = awaitAll(db.query(Age.class).all());
        assertThat(ages).extracting(Age::years).containsExactly(50);
        assertThat(ages.get(0).profile).containsEntry("title", "Prof");
    }

    @Test
    void classesThatCannotChangeAreMadeAnew() {
        Fixed fixed = await(db.create(new Fixed(null, null, "Bonn")));
        assertThat(fixed).extracting("city", "stars").containsExactly("Bonn", 3);
        Fixed moved = await(db.update(fixed)
                .set(Model.of(Fixed.class).<String>attribute("city"), "Rome")
                .apply());
        assertThat(moved).extracting("city", "stars").containsExactly("Rome", 3);
        assertThat(moved.profile).containsEntry("city", "Rome").containsEntry("stars", 3);
        assertThat(fixed.city).isEqualTo("Bonn");
    }
}
