/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import static io.gino.load.Club.await;
import static io.gino.load.Loaders.column;
import static io.gino.load.Loaders.load;
import static io.gino.load.Loaders.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.Page;
import io.gino.crud.Slice;
import io.gino.crud.SqlLog;
import io.gino.error.LoadException;
import io.gino.load.Club.Badge;
import io.gino.load.Club.Boat;
import io.gino.load.Club.Member;
import io.gino.load.Club.Team;
import io.gino.load.Club.Worn;
import io.gino.model.ModelAlias;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records made of an instance and what is related to it, one row for each. */
@ExtendWith(PostgresExtension.class)
class ViewsIT {

    record TeamView(String name, List<String> members) {
        TeamView(Team team, List<Member> members) {
            this(team.name, members.stream().map(member -> member.name).toList());
        }
    }

    record MemberView(String name, List<String> badges) {
        MemberView(Member member, List<Badge> badges) {
            this(member.name, badges.stream().map(Badge::name).toList());
        }
    }

    record Deep(String name, List<MemberView> members, List<Boat> boats) {
        Deep(Team team, List<MemberView> members, List<Boat> boats) {
            this(team.name, members, boats);
        }
    }

    record Placed(String member, Optional<String> team) {
        Placed(Member member, Team team) {
            this(member.name, Optional.ofNullable(team).map(its -> its.name));
        }
    }

    private static final Loader<TeamView> TEAMS =
            load(TeamView::new, load(Team.class), many(load(Member.class)).orderBy(Club.MEMBER_NAME.desc()));

    private final Gino db;

    ViewsIT(TestDatabase database) {
        db = Club.on(database);
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void aCollectionIsWholeAndInItsOrderAndEmptyWhereThereIsNone() {
        assertThat(await(db.query(TEAMS).orderBy(Club.TEAM_ID).all()))
                .containsExactly(
                        new TeamView("red", List.of("ben", "ann")),
                        new TeamView("blue", List.of("cat")),
                        new TeamView("gray", List.of()));
    }

    @Test
    void aCollectionIsOneValueOfItsParentsRow() {
        assertThat(SqlLog.of(db, db.query(TEAMS).orderBy(Club.TEAM_ID).all()))
                .containsExactly("SELECT teams.id, teams.name, teams.parent_id, ARRAY(SELECT ARRAY[CAST(members.id AS"
                        + " text), members.name, CAST(members.team_id AS text)] FROM members WHERE members.team_id ="
                        + " teams.id ORDER BY members.name DESC) FROM teams ORDER BY teams.id");
    }

    @Test
    void firstAndIterateAndPagesNeverCutACollection() {
        TeamView red = new TeamView("red", List.of("ben", "ann"));
        assertThat(await(db.query(TEAMS).orderBy(Club.TEAM_ID).first())).isEqualTo(red);
        assertThat(await(db.query(TEAMS).orderBy(Club.TEAM_ID).iterate()))
                .hasSize(3)
                .startsWith(red);
        assertThat(await(db.query(TEAMS).where(Club.TEAM_ID.eq(1L)).one())).isEqualTo(red);
        assertThat(await(db.query(TEAMS).orderBy(Club.TEAM_ID).page(0, 1)))
                .isEqualTo(new Page<>(List.of(red), 0, 1, 3));
        Slice<TeamView> slice =
                await(db.query(TEAMS).orderBy(Club.TEAM_NAME.desc()).pageAfter(null, 1));
        assertThat(slice.items()).containsExactly(red);
        assertThat(await(db.query(TEAMS)
                                .orderBy(Club.TEAM_NAME.desc())
                                .pageAfter(slice.next().orElseThrow(), 1))
                        .items())
                .containsExactly(new TeamView("gray", List.of()));
        assertThat(await(db.query(TEAMS).count())).isEqualTo(3);
        assertThat(await(db.query(TEAMS).get(1L))).isEqualTo(red);
        assertThat(await(db.query(TEAMS).getMany(List.of(3L, 1L))))
                .containsExactly(new TeamView("gray", List.of()), red);
    }

    @Test
    void aCollectionCanBeNarrowedAndLimitedForEachParent() {
        Loader<TeamView> few = load(
                TeamView::new,
                load(Team.class),
                many(load(Member.class))
                        .where(Club.MEMBER_NAME.ne("ben"))
                        .orderBy(Club.MEMBER_NAME)
                        .limit(1));
        assertThat(await(db.query(few).orderBy(Club.TEAM_ID).all()))
                .containsExactly(
                        new TeamView("red", List.of("ann")),
                        new TeamView("blue", List.of("cat")),
                        new TeamView("gray", List.of()));
    }

    @Test
    void treesAreThreeLevelsDeepWithSeveralCollectionsSideBySide() {
        Loader<Deep> deep = load(
                Deep::new,
                load(Team.class),
                many(load(
                                MemberView::new,
                                load(Member.class),
                                many(load(Badge.class).through(Worn.class)).orderBy(Club.BADGE_NAME)))
                        .orderBy(Club.MEMBER_ID),
                many(load(Boat.class)).orderBy(Club.BOAT_ID));
        List<Boat> boats = await(db.query(Boat.class).orderBy(Club.BOAT_ID).all());
        assertThat(boats).hasSize(2);
        assertThat(SqlLog.of(db, db.query(deep).all())).hasSize(1);
        assertThat(await(db.query(deep).orderBy(Club.TEAM_ID).all()))
                .containsExactly(
                        new Deep(
                                "red",
                                List.of(
                                        new MemberView("ann", List.of("gold", "iron")),
                                        new MemberView("ben", List.of())),
                                boats),
                        new Deep("blue", List.of(new MemberView("cat", List.of("iron"))), List.of()),
                        new Deep("gray", List.of(), List.of()));
    }

    @Test
    void aRelatedInstanceThatIsNotThereIsNull() {
        assertThat(await(db.query(load(Placed::new, load(Member.class), load(Team.class)))
                        .orderBy(Club.MEMBER_ID)
                        .all()))
                .containsExactly(
                        new Placed("ann", Optional.of("red")),
                        new Placed("ben", Optional.of("red")),
                        new Placed("cat", Optional.of("blue")),
                        new Placed("dan", Optional.empty()));
    }

    @Test
    void viewsHoldViews() {
        record Crew(Member member, TeamView team) {}
        Loader<Crew> crews = load(Crew::new, load(Member.class), TEAMS);
        assertThat(await(db.query(crews)
                        .where(Club.MEMBER_ID.in(3L, 4L))
                        .orderBy(Club.MEMBER_ID)
                        .all()
                        .map(crew -> crew.member() + " in " + crew.team())))
                .containsExactly("cat in TeamView[name=blue, members=[cat]]", "dan in null");
    }

    @Test
    void theTableOfACollectionMayBeItsParentsUnderAnotherName() {
        ModelAlias<Team> below = Club.TEAM.as("below");
        record Branch(Team team, List<Team> below) {}
        assertThat(await(db.query(load(
                                Branch::new, load(Team.class), many(load(below)).orderBy(below.column(Club.TEAM_NAME))))
                        .orderBy(Club.TEAM_ID)
                        .all()
                        .map(branch -> branch.team() + "" + branch.below())))
                .containsExactly("red[blue, gray]", "blue[]", "gray[]");
    }

    @Test
    void attributesStandBesideCollections() {
        record Counted(String team, Long id, List<Member> members) {}
        Loader<String> counted = load(
                (Team team, List<Member> members, String name) -> name + members.size(),
                load(Team.class),
                many(load(Member.class)),
                column(io.gino.sql.Sql.upper(Club.TEAM_NAME)));
        assertThat(await(db.query(counted).orderBy(Club.TEAM_ID).all())).containsExactly("RED2", "BLUE1", "GRAY0");
    }

    @Test
    void aDistinctLoaderIsRefusedAsAPart() {
        assertThatThrownBy(() -> load(TeamView::new, load(Team.class).distinct(Club.TEAM_ID), many(load(Member.class))))
                .isInstanceOf(LoadException.class)
                .hasMessage("What is built from parts needs each of them whole, and a distinct(…) loader is whole only"
                        + " after its last row. Use many(…) for the collection.");
    }
}
