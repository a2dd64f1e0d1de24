/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import static io.gino.load.Club.await;
import static io.gino.load.Loaders.load;
import static io.gino.load.Loaders.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.Page;
import io.gino.crud.SqlLog;
import io.gino.error.LoadException;
import io.gino.load.Club.Badge;
import io.gino.load.Club.Boat;
import io.gino.load.Club.Member;
import io.gino.load.Club.Team;
import io.gino.load.Club.Worn;
import io.gino.load.ViewsIT.Deep;
import io.gino.load.ViewsIT.MemberView;
import io.gino.load.ViewsIT.TeamView;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Collections that a statement of their own brings. */
@ExtendWith(PostgresExtension.class)
class SeparateIT {

    private static final Many<Member> MEMBERS =
            many(load(Member.class)).orderBy(Club.MEMBER_NAME.desc()).separately();
    private static final Loader<TeamView> TEAMS = load(TeamView::new, load(Team.class), MEMBERS);

    private final Gino db;

    SeparateIT(TestDatabase database) {
        db = Club.on(database);
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void oneMoreStatementBringsTheCollectionsOfAllParents() {
        assertThat(await(db.query(TEAMS).orderBy(Club.TEAM_ID).all()))
                .containsExactly(
                        new TeamView("red", List.of("ben", "ann")),
                        new TeamView("blue", List.of("cat")),
                        new TeamView("gray", List.of()));
        assertThat(SqlLog.of(db, db.query(TEAMS).orderBy(Club.TEAM_ID).all()))
                .containsExactly(
                        "SELECT teams.id, teams.name, teams.parent_id FROM teams ORDER BY teams.id",
                        "SELECT members.id, members.name, members.team_id FROM members WHERE members.team_id = ANY ($1)"
                                + " ORDER BY members.name DESC");
    }

    @Test
    void withoutParentsNothingMoreIsSent() {
        assertThat(SqlLog.of(db, db.query(TEAMS).where(Club.TEAM_ID.eq(9L)).all()))
                .hasSize(1);
    }

    @Test
    void everyVerbGivesThemWhole() {
        TeamView red = new TeamView("red", List.of("ben", "ann"));
        assertThat(await(db.query(TEAMS).orderBy(Club.TEAM_ID).first())).isEqualTo(red);
        assertThat(await(db.query(TEAMS).where(Club.TEAM_ID.eq(1L)).one())).isEqualTo(red);
        assertThat(await(db.query(TEAMS).orderBy(Club.TEAM_ID).iterate()))
                .hasSize(3)
                .startsWith(red);
        assertThat(await(db.query(TEAMS).orderBy(Club.TEAM_ID).page(0, 1)))
                .isEqualTo(new Page<>(List.of(red), 0, 1, 3));
        assertThat(await(db.query(TEAMS).orderBy(Club.TEAM_NAME.desc()).pageAfter(null, 1))
                        .items())
                .containsExactly(red);
        assertThat(await(db.query(TEAMS).getMany(List.of(3L, 1L))))
                .containsExactly(new TeamView("gray", List.of()), red);
        assertThat(await(db.transactionMany(
                        tx -> db.query(TEAMS).orderBy(Club.TEAM_ID).iterate())))
                .hasSize(3)
                .startsWith(red);
    }

    @Test
    void classesGetTheCollectionOnceBeItEmpty() {
        ModelLoader<Team> teams = load(Team.class)
                .withAll(Team::setMembers, MEMBERS)
                .withAll(Team::setBoats, many(load(Boat.class)).orderBy(Club.BOAT_ID));
        assertThat(await(db.query(teams)
                        .orderBy(Club.TEAM_ID)
                        .all()
                        .map(team -> team + "" + team.members + team.boats.size())))
                .containsExactly("red[ben, ann]2", "blue[cat]0", "gray[]0");
    }

    @Test
    void levelsBelowComeByStatementsOfTheirOwnToo() {
        Loader<Deep> deep = load(
                Deep::new,
                load(Team.class),
                many(load(
                                MemberView::new,
                                load(Member.class),
                                many(load(Badge.class).through(Worn.class))
                                        .orderBy(Club.BADGE_NAME)
                                        .separately()))
                        .orderBy(Club.MEMBER_ID)
                        .separately(),
                many(load(Boat.class)).separately());
        assertThat(await(db.query(deep)
                        .orderBy(Club.TEAM_ID)
                        .all()
                        .map(team -> team.name() + team.members() + team.boats().size())))
                .containsExactly(
                        "red[MemberView[name=ann, badges=[gold, iron]], MemberView[name=ben, badges=[]]]2",
                        "blue[MemberView[name=cat, badges=[iron]]]0",
                        "gray[]0");
        assertThat(SqlLog.of(db, db.query(deep).all())).hasSize(4);
    }

    @Test
    void aStatementOnItsOwnCannotBringThem() {
        assertThatThrownBy(() -> await(db.all(TEAMS.select())))
                .isInstanceOf(LoadException.class)
                .hasMessage(
                        "A collection that is loaded separately() needs db.query(loader) to run its statement. Leave"
                                + " separately() out to read it from this one.");
    }

    @Test
    void whatCannotBeAskedForAllParentsAtOnceIsRefused() {
        assertThatThrownBy(() -> MEMBERS.limit(1))
                .isInstanceOf(LoadException.class)
                .hasMessage("A collection cannot be limited for each parent when it is loaded separately(): that"
                        + " statement brings those of all parents. Leave one of the two out.");
        assertThatThrownBy(() -> load(Team.class)
                        .withAll(
                                Team::setMembers,
                                many(load(Member.class)
                                        .withAll(
                                                (m, b) -> {},
                                                many(load(Badge.class).through(Worn.class))
                                                        .separately()))))
                .hasMessage("A collection that is loaded separately() is in one that is gathered into its parent's row."
                        + " Load that one separately() too, or neither.");
    }
}
