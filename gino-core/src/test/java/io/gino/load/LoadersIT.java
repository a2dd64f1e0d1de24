/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import static io.gino.load.Club.await;
import static io.gino.load.Loaders.column;
import static io.gino.load.Loaders.load;
import static io.gino.load.Loaders.row;
import static io.gino.load.Loaders.tuple;
import static io.gino.load.Loaders.value;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.SqlLog;
import io.gino.error.LoadException;
import io.gino.load.Club.Badge;
import io.gino.load.Club.Member;
import io.gino.load.Club.Team;
import io.gino.load.Club.Worn;
import io.gino.model.ModelAlias;
import io.gino.sql.Subquery;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each kind of loader, on statements of its own and of others. */
@ExtendWith(PostgresExtension.class)
class LoadersIT {

    private final Gino db;

    LoadersIT(TestDatabase database) {
        db = Club.on(database);
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void aColumnGivesItsValue() {
        assertThat(await(db.all(select(Club.MEMBER_NAME, Club.MEMBER_ID)
                        .from(Club.MEMBER.table())
                        .orderBy(Club.MEMBER_ID)
                        .read(column(Club.MEMBER_NAME)))))
                .containsExactly("ann", "ben", "cat", "dan");
    }

    @Test
    void aColumnOfRawSqlGoesByItsName() {
        assertThat(await(db.all(text("SELECT 7 AS n, 'x' AS t").read(column("n", Types.INTEGER)))))
                .containsExactly(7);
        assertThatThrownBy(() -> await(db.all(text("SELECT 7 AS n").read(column("m", Types.INTEGER)))))
                .isInstanceOf(LoadException.class)
                .hasMessage("The row has no column 'm'. Did you mean 'n'? It has: n.");
    }

    @Test
    void aNullOnItsOwnIsAnErrorAndInATupleAPlaceWithoutValue() {
        assertThatThrownBy(() -> await(db.all(Club.MEMBER.table().select().read(column(Club.TEAM_OF_MEMBER)))))
                .isInstanceOf(LoadException.class)
                .hasMessage("The value to load is NULL, which a Flux or Mono cannot carry. Leave such rows out, or load"
                        + " it as a part of something: tuple(…).");
        assertThat(await(db.all(Club.MEMBER
                        .table()
                        .select()
                        .where(Club.MEMBER_ID.eq(4L))
                        .read(tuple(column(Club.MEMBER_NAME), column(Club.TEAM_OF_MEMBER))))))
                .containsExactly(Arrays.asList("dan", null));
    }

    @Test
    void tuplesHoldModelsAggregatesFunctionsAndValues() {
        var number = count(Club.MEMBER_ID).as("number");
        assertThat(await(db.all(select(List.of(Club.TEAM_ID, Club.TEAM_NAME, number))
                                .from(Club.TEAM.table().leftJoin(Club.MEMBER.table()))
                                .groupBy(Club.TEAM_ID)
                                .orderBy(Club.TEAM_ID)
                                .read(tuple(load(Team.class), column(number), row(row -> row.size()), value("x"))))
                        .map(Object::toString)))
                .containsExactly("[red, 2, 3, x]", "[blue, 1, 3, x]", "[gray, 0, 3, x]");
    }

    @Test
    void modelsAreReadFromRawSqlByTheNamesOfTheirColumns() {
        assertThat(await(db.all(text("SELECT name, id FROM members WHERE id = :id")
                                .bind("id", 1L)
                                .read(load(Member.class)))
                        .map(member -> member.id + member.name + member.teamId)))
                .containsExactly("1annnull");
    }

    @Test
    void aRowWithoutAnyColumnOfTheModelIsRefused() {
        assertThatThrownBy(() -> await(db.all(text("SELECT 1 AS one").read(load(Member.class)))))
                .hasMessage("Cannot load Member: none of its columns is in the result, which has: one.");
    }

    @Test
    void onlySomeAttributesAreSelectedAndRead() {
        ModelLoader<Member> names = load(Member.class).only(Club.MEMBER_NAME);
        assertThat(await(db.query(names).orderBy(Club.MEMBER_ID).all().map(member -> member.name + member.id)))
                .startsWith("annnull");
        assertThat(names.select().toString()).isEqualTo("SELECT members.name FROM members");
    }

    @Test
    void aRelatedInstanceIsHandedOverAndNothingWhereThereIsNone() {
        ModelLoader<Member> graph = load(Member.class).with(Member::setTeam, load(Team.class));
        assertThat(await(db.query(graph).orderBy(Club.MEMBER_ID).all().map(member -> member + " " + member.team)))
                .containsExactly("ann red", "ben red", "cat blue", "dan null");
        assertThat(SqlLog.of(db, db.query(graph).all()))
                .containsExactly("SELECT members.id, members.name, members.team_id, teams.id, teams.name,"
                        + " teams.parent_id FROM members LEFT JOIN teams ON members.team_id = teams.id");
    }

    @Test
    void columnsOfOneNameNeverMix() {
        Member cat = await(db.query(load(Member.class).with(Member::setTeam, load(Team.class)))
                .where(Club.MEMBER_ID.eq(3L))
                .one());
        assertThat(cat.id + cat.name + cat.team.id + cat.team.name).isEqualTo("3cat2blue");
    }

    @Test
    void withoutDistinctEachRowHasItsOwnRelatedInstanceAndWithItTheSame() {
        List<Member> own = await(db.query(load(Member.class).with(Member::setTeam, load(Team.class)))
                .orderBy(Club.MEMBER_ID)
                .all());
        assertThat(own.get(0).team).isNotSameAs(own.get(1).team);
        List<Member> shared = await(db.query(load(Member.class)
                        .with(Member::setTeam, load(Team.class).distinct(Club.TEAM_ID)))
                .orderBy(Club.MEMBER_ID)
                .all());
        assertThat(shared.get(0).team).isSameAs(shared.get(1).team);
    }

    @Test
    void aTableRefersToItselfUnderAnotherName() {
        ModelAlias<Team> parent = Club.TEAM.as("parent");
        assertThat(await(db.query(load(Team.class)
                                .with(Team::setParent, load(parent).on(Club.PARENT_ID.eq(parent.column(Club.TEAM_ID)))))
                        .orderBy(Club.TEAM_ID)
                        .all()
                        .map(team -> team + " < " + team.parent)))
                .containsExactly("red < null", "blue < red", "gray < red");
        ModelAlias<Team> below = Club.TEAM.as("below");
        assertThat(await(db.query(load(Team.class)
                                .distinct(Club.TEAM_ID)
                                .with(
                                        Team::addBelow,
                                        load(below)
                                                .on(below.column(Club.PARENT_ID).eq(Club.TEAM_ID))))
                        .orderBy(Club.TEAM_ID, below.column(Club.TEAM_ID))
                        .all()
                        .map(team -> team + "" + team.below)))
                .containsExactly("red[blue, gray]", "blue[]", "gray[]");
    }

    @Test
    void manyToManyGoesThroughTheTableBetween() {
        ModelLoader<Member> graph = load(Member.class)
                .distinct(Club.MEMBER_ID)
                .with(Member::add, load(Badge.class).distinct(Club.BADGE_ID).through(Worn.class));
        List<Member> members =
                await(db.query(graph).orderBy(Club.MEMBER_ID, Club.BADGE_ID).all());
        assertThat(members.stream()
                        .map(member -> member.name
                                + member.badges.stream().map(Badge::name).toList()))
                .containsExactly("ann[gold, iron]", "ben[]", "cat[iron]", "dan[]");
        assertThat(members.get(0).badges.get(1)).isSameAs(members.get(2).badges.get(0));
        assertThat(graph.select().toString())
                .isEqualTo("SELECT members.id, members.name, members.team_id, badges.id, badges.name FROM members LEFT"
                        + " JOIN (worn JOIN badges ON worn.badge_id = badges.id) ON worn.member_id = members.id");
    }

    @Test
    void levelsNestInJoins() {
        ModelLoader<Team> graph = load(Team.class)
                .distinct(Club.TEAM_ID)
                .with(
                        Team::add,
                        load(Member.class)
                                .distinct(Club.MEMBER_ID)
                                .with(Member::add, load(Badge.class).through(Worn.class)));
        assertThat(await(db.query(graph)
                        .orderBy(Club.TEAM_ID, Club.MEMBER_ID, Club.BADGE_ID)
                        .all()
                        .map(team -> team.name
                                + team.members.stream()
                                        .map(member -> member.name + member.badges.size())
                                        .toList())))
                .containsExactly("red[ann2, ben0]", "blue[cat1]", "gray[]");
    }

    @Test
    void instancesAreReadFromASubQuery() {
        Subquery latest = select(List.of(Club.MEMBER_ID, Club.MEMBER_NAME))
                .from(Club.MEMBER.table())
                .orderBy(Club.MEMBER_ID.desc())
                .limit(2)
                .asTable("latest");
        ModelLoader<Member> loader = load(Member.class).in(latest);
        assertThat(loader.select().toString())
                .isEqualTo("SELECT latest.id, latest.name FROM (SELECT members.id, members.name FROM members ORDER BY"
                        + " members.id DESC LIMIT $1) AS latest");
        assertThat(await(db.query(loader)
                        .where(loader.column(Club.MEMBER_NAME).ne("dan"))
                        .all()
                        .map(member -> member.name + member.teamId)))
                .containsExactly("catnull");
    }

    @Test
    void iterateGivesAnInstanceAsSoonAsTheNextBeginsAndNeverCutsACollection() {
        ModelLoader<Team> graph = load(Team.class).distinct(Club.TEAM_ID).with(Team::add, load(Member.class));
        assertThat(await(
                        db.query(graph).orderBy(Club.TEAM_NAME).iterate().map(team -> team + "" + team.members.size())))
                .containsExactly("blue1", "gray0", "red2");
        assertThat(SqlLog.of(db, db.query(graph).orderBy(Club.TEAM_NAME).iterate()))
                .containsExactly("SELECT teams.id, teams.name, teams.parent_id, members.id, members.name,"
                        + " members.team_id FROM teams LEFT JOIN members ON members.team_id = teams.id ORDER BY"
                        + " teams.name, teams.id");
        assertThat(await(db.query(graph)
                        .orderBy(Club.MEMBER_NAME)
                        .iterate()
                        .map(team -> team + "" + team.members.size())))
                .containsExactlyInAnyOrder("red2", "blue1", "gray0");
        assertThat(await(db.query(graph).orderBy(Club.TEAM_NAME.desc()).first()).members)
                .hasSize(2);
    }
}
