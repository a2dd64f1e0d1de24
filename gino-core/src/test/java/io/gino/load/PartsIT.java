/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import static io.gino.load.Club.await;
import static io.gino.load.Loaders.column;
import static io.gino.load.Loaders.load;
import static io.gino.load.Loaders.row;
import static io.gino.load.Loaders.tuple;
import static io.gino.load.Loaders.value;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.error.LoadException;
import io.gino.load.Club.Badge;
import io.gino.load.Club.Member;
import io.gino.load.Club.Team;
import io.gino.load.Club.Worn;
import io.gino.model.ModelAlias;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What instances are handed over: several things beside each other, of every kind, from any statement. */
@ExtendWith(PostgresExtension.class)
class PartsIT {

    private static final ModelLoader<Member> WITH_TEAM = load(Member.class).with(Member::setTeam, load(Team.class));

    private final Gino db;

    PartsIT(TestDatabase database) {
        db = Club.on(database);
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void collectionsBesideEachOtherDoNotMultiply() {
        ModelAlias<Team> below = Club.TEAM.as("below");
        ModelLoader<Team> graph = load(Team.class)
                .distinct(Club.TEAM_ID)
                .with(Team::add, load(Member.class).distinct(Club.MEMBER_ID))
                .with(
                        Team::addBelow,
                        load(below)
                                .distinct(Club.TEAM_ID)
                                .on(below.column(Club.PARENT_ID).eq(Club.TEAM_ID)));
        assertThat(await(db.query(graph)
                        .orderBy(Club.TEAM_ID, Club.MEMBER_ID, below.column(Club.TEAM_ID))
                        .all()
                        .map(team -> team + "" + team.members + team.below)))
                .containsExactly("red[ann, ben][blue, gray]", "blue[cat][]", "gray[][]");
    }

    @Test
    void columnsTuplesFunctionsAndValuesAreHandedOverUnlessAllIsNull() {
        List<Object> given = new ArrayList<>();
        ModelLoader<Member> graph = WITH_TEAM
                .with((member, name) -> given.add(member + " " + name), column(Club.TEAM_NAME))
                .with((member, pair) -> given.add(pair), tuple(column(Club.TEAM_ID), column(Club.PARENT_ID)))
                .with((member, size) -> given.add(size), row(row -> row.size()))
                .with((member, text) -> given.add(text), value("x"));
        await(db.query(graph)
                .where(Club.MEMBER_ID.ge(3L))
                .orderBy(Club.MEMBER_ID)
                .all());
        assertThat(given).containsExactly("cat blue", List.of(2L, 1L), 6, "x", 6, "x");
    }

    @Test
    void whatIsNullInAllThatIsSelectedOfItIsNotThere() {
        ModelLoader<Member> graph =
                load(Member.class).with(Member::setTeam, load(Team.class).only(Club.TEAM_NAME, Club.PARENT_ID));
        assertThat(await(db.query(graph).orderBy(Club.MEMBER_ID).all().map(member -> member + " " + member.team)))
                .containsExactly("ann red", "ben red", "cat blue", "dan null");
    }

    @Test
    void anAliasIsALoaderOfItsOwn() {
        ModelAlias<Member> other = Club.MEMBER.as("other");
        assertThat(await(db.query(load(other))
                        .where(other.column(Club.MEMBER_ID).le(2L))
                        .orderBy(other.column(Club.MEMBER_ID).desc())
                        .all()
                        .map(member -> member.id + member.name)))
                .containsExactly("2ben", "1ann");
    }

    @Test
    void graphsAreReadFromRawSqlThatSaysItsColumns() {
        Text<?> joined = text("SELECT m.id, m.name, m.team_id, t.id, t.name, t.parent_id FROM members m"
                + " LEFT JOIN teams t ON t.id = m.team_id ORDER BY m.id");
        assertThat(await(db.all(joined.columns(WITH_TEAM.columns()).read(WITH_TEAM))
                        .map(member -> member.id + member.name + " " + member.team)))
                .containsExactly("1ann red", "2ben red", "3cat blue", "4dan null");
        assertThatThrownBy(() -> await(db.all(joined.read(WITH_TEAM))))
                .isInstanceOf(LoadException.class)
                .hasMessage("The row has 2 columns named 'id'. Ask by the column itself, or give each its own name with"
                        + " as(…).");
    }

    @Test
    void collectionsAreReadFromRawSqlToo() {
        ModelLoader<Member> graph = load(Member.class)
                .distinct(Club.MEMBER_ID)
                .with(Member::add, load(Badge.class).through(Worn.class));
        assertThat(await(db.all(text("SELECT m.*, b.* FROM members m LEFT JOIN worn w ON w.member_id = m.id"
                                        + " LEFT JOIN badges b ON b.id = w.badge_id ORDER BY m.id, b.id")
                                .columns(graph.columns())
                                .read(graph))
                        .map(member -> member.name
                                + member.badges.stream().map(Badge::name).toList())))
                .containsExactly("ann[gold, iron]", "ben[]", "cat[iron]", "dan[]");
    }

    @Test
    void loadersAreReusedAndGiveNewInstancesEachTime() {
        ModelLoader<Team> graph = load(Team.class).distinct(Club.TEAM_ID).with(Team::add, load(Member.class));
        List<Team> first = await(db.query(graph).orderBy(Club.TEAM_ID).all());
        List<Team> second = await(db.query(graph).orderBy(Club.TEAM_ID).all());
        assertThat(second.get(0)).isNotSameAs(first.get(0));
        assertThat(second.get(0).members).hasSize(2);
    }
}
