/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.model.Column;
import io.gino.model.ColumnAttribute;
import io.gino.model.ForeignKey;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.model.Transient;
import io.gino.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Teams with members, who have boats and badges; teams stand below each other. Classes and records. */
@NullUnmarked
final class Club {

    @GinoModel("teams")
    static class Team {
        @PrimaryKey
        Long id;

        String name;

        @ForeignKey("teams.id")
        Long parentId;

        @Transient
        List<Member> members = new ArrayList<>();

        @Transient
        List<Boat> boats = List.of();

        @Transient
        List<Team> below = new ArrayList<>();

        @Transient
        Team parent;

        Team() {}

        Team(Long id, String name, Long parentId) {
            this.id = id;
            this.name = name;
            this.parentId = parentId;
        }

        void add(Member member) {
            members.add(member);
        }

        void setMembers(List<Member> all) {
            members = all;
        }

        void setBoats(List<Boat> all) {
            boats = all;
        }

        void setParent(Team above) {
            parent = above;
        }

        void addBelow(Team team) {
            below.add(team);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @GinoModel("members")
    static class Member {
        @PrimaryKey
        Long id;

        String name;

        @ForeignKey("teams.id")
        Long teamId;

        @Transient
        Team team;

        @Transient
        List<Badge> badges = new ArrayList<>();

        Member() {}

        Member(Long id, String name, Long teamId) {
            this.id = id;
            this.name = name;
            this.teamId = teamId;
        }

        void setTeam(Team its) {
            team = its;
        }

        void add(Badge badge) {
            badges.add(badge);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @GinoModel("boats")
    record Boat(
            @PrimaryKey Long id,
            @ForeignKey("teams.id") Long teamId,
            String name,
            BigDecimal price,
            LocalDate built,
            List<String> sails,
            @Column(type = "jsonb") Map<String, Object> log) {}

    @GinoModel("badges")
    record Badge(@PrimaryKey Long id, String name) {}

    @GinoModel("worn")
    record Worn(
            @PrimaryKey @ForeignKey("members.id") Long memberId,
            @PrimaryKey @ForeignKey("badges.id") Long badgeId) {}

    static final Model<Team> TEAM = Model.of(Team.class);
    static final ColumnAttribute<Team, Long> TEAM_ID = TEAM.column("id", Long.class);
    static final ColumnAttribute<Team, String> TEAM_NAME = TEAM.column("name", String.class);
    static final ColumnAttribute<Team, Long> PARENT_ID = TEAM.column("parentId", Long.class);
    static final Model<Member> MEMBER = Model.of(Member.class);
    static final ColumnAttribute<Member, Long> MEMBER_ID = MEMBER.column("id", Long.class);
    static final ColumnAttribute<Member, String> MEMBER_NAME = MEMBER.column("name", String.class);
    static final ColumnAttribute<Member, Long> TEAM_OF_MEMBER = MEMBER.column("teamId", Long.class);
    static final Model<Boat> BOAT = Model.of(Boat.class);
    static final ColumnAttribute<Boat, Long> BOAT_ID = BOAT.column("id", Long.class);
    static final Model<Badge> BADGE = Model.of(Badge.class);
    static final ColumnAttribute<Badge, Long> BADGE_ID = BADGE.column("id", Long.class);
    static final ColumnAttribute<Badge, String> BADGE_NAME = BADGE.column("name", String.class);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Club() {}

    /** Three teams, the second below the first; two members in the first and one in the second, and one in none. */
    static Gino on(TestDatabase database) {
        Gino db = new Gino()
                .models(Team.class, Member.class, Boat.class, Badge.class, Worn.class)
                .bind(GinoEngine.create(database.url()));
        await(db.dropAll().then(db.createAll()));
        await(db.createMany(List.of(new Team(1L, "red", null), new Team(2L, "blue", 1L))));
        await(db.createMany(List.of(new Team(3L, "gray", 1L))));
        await(db.createMany(List.of(new Member(1L, "ann", 1L), new Member(2L, "ben", 1L), new Member(3L, "cat", 2L))));
        await(db.create(new Member(4L, "dan", null)));
        await(db.createMany(Stream.of("ada", "bee")
                .map(name -> new Boat(
                        null,
                        1L,
                        name,
                        new BigDecimal("1.50"),
                        LocalDate.of(2020, 2, 29),
                        List.of("jib", "a \"b\", {c} \\ NULL"),
                        Map.of("speed", List.of(1, 2), "note", "Ünï\n\"x\"")))
                .toList()));
        await(db.createMany(List.of(new Badge(1L, "gold"), new Badge(2L, "iron"), new Badge(3L, "tin"))));
        await(db.createMany(List.of(new Worn(1L, 1L), new Worn(1L, 2L), new Worn(3L, 2L))));
        return db;
    }

    static <T> T await(Mono<T> work) {
        return work.block(LIMIT);
    }

    static <T> List<T> await(Flux<T> work) {
        return work.collectList().block(LIMIT);
    }
}
