/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.CITEXT;
import static io.gino.type.Types.HSTORE;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.LTREE;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Expression;
import io.gino.sql.TableFunction;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The extensions that come with PostgreSQL. */
@ExtendWith(PostgresExtension.class)
class ExtensionFunctionsIT {

    private final Answers answers;

    ExtensionFunctionsIT(TestDatabase database) {
        answers = new Answers(database);
    }

    @AfterEach
    void close() {
        answers.close();
    }

    private void gives(Expression<?> expression, String sql, String value) {
        answers.assertThatGives(expression, sql, value);
    }

    @BeforeEach
    void createExtensions() {
        List.of("hstore", "ltree", "citext").forEach(name -> answers.run("CREATE EXTENSION IF NOT EXISTS " + name));
    }

    @Test
    void citextComparesWithoutRegardToCase() {
        Column<Integer> id = column("id", INTEGER);
        Column<String> name = column("name", CITEXT);
        MetaData metadata = new MetaData();
        Table people = metadata.table("people", id, name);
        answers.create(metadata);
        answers.run(people.insert().rows(List.of(id, name), List.of(List.of(1, "Ada"), List.of(2, "bob"))));

        answers.assertThatRuns(
                select(id).from(people).where(name.eq("ADA")),
                "SELECT people.id FROM people WHERE people.name = $1::citext",
                "1");
        answers.assertThatRuns(
                select(id).from(people).where(name.in(List.of("BOB", "x"))),
                "SELECT people.id FROM people WHERE people.name = ANY ($1::citext[])",
                "2");
        answers.assertThatRuns(
                select(id).from(people).where(name.startsWith("aD")),
                "SELECT people.id FROM people WHERE people.name LIKE $1",
                "1");
        answers.assertThatRuns(
                select(id).from(people).where(name.gt("ADZ")),
                "SELECT people.id FROM people WHERE people.name > $1::citext",
                "2");
    }

    @Test
    void readsAndChangesHstores() {
        var map = value(HSTORE, Map.of("a", "1", "b c", "it's"));
        gives(HstoreFunctions.get(map, "b c"), "$1::hstore -> $2", "it's");
        gives(HstoreFunctions.get(map, "none"), "$1::hstore -> $2", "null");
        gives(HstoreFunctions.getAll(map, "b c", "a"), "$1::hstore -> $2", "[it's, 1]");
        gives(HstoreFunctions.hasKey(map, "a"), "$1::hstore ? $2", "true");
        gives(HstoreFunctions.hasAnyKey(map, "x", "a"), "$1::hstore ?| $2", "true");
        gives(HstoreFunctions.hasAllKeys(map, "x", "a"), "$1::hstore ?& $2", "false");
        gives(HstoreFunctions.contains(map, Map.of("a", "1")), "$1::hstore @> $2::hstore", "true");
        gives(HstoreFunctions.containedBy(map, Map.of("a", "1")), "$1::hstore <@ $2::hstore", "false");
        gives(map.concat(Map.of("a", "2")), "$1::hstore || $2::hstore", "{a=2, b c=it's}");
        gives(HstoreFunctions.without(map, "a", "x"), "$1::hstore - $2", "{b c=it's}");
        gives(HstoreFunctions.only(map, "a", "x"), "slice($1::hstore, $2)", "{a=1}");
        gives(HstoreFunctions.keys(map), "akeys($1::hstore)", "[a, b c]");
        gives(HstoreFunctions.texts(map), "avals($1::hstore)", "[1, it's]");
        gives(JsonFunctions.getText(HstoreFunctions.toJson(map), "a"), "hstore_to_jsonb($1::hstore) ->> $2", "1");
        TableFunction each = HstoreFunctions.each("pair", map);
        answers.assertThatRuns(
                each.select().orderBy(each.column("key")),
                "SELECT pair.key, pair.value FROM each($1::hstore) AS pair (key, value) ORDER BY pair.key",
                "{key=a, value=1}",
                "{key=b c, value=it's}");
    }

    @Test
    void findsPlacesInATree() {
        Column<String> path = column("path", LTREE);
        MetaData metadata = new MetaData();
        Table places = metadata.table("places", path);
        answers.create(metadata);
        answers.run(places.insert()
                .rows(List.of(path), List.of(List.of("Top"), List.of("Top.Europe"), List.of("Top.Europe.Paris"))));

        answers.assertThatRuns(
                select(path)
                        .from(places)
                        .where(LtreeFunctions.descendantOf(path, "Top.Europe"))
                        .orderBy(path),
                "SELECT places.path FROM places WHERE places.path <@ $1::ltree ORDER BY places.path",
                "Top.Europe",
                "Top.Europe.Paris");
        answers.assertThatRuns(
                select(path)
                        .from(places)
                        .where(LtreeFunctions.ancestorOf(path, "Top.Europe"))
                        .orderBy(path),
                "SELECT places.path FROM places WHERE places.path @> $1::ltree ORDER BY places.path",
                "Top",
                "Top.Europe");
        answers.assertThatRuns(
                select(path).from(places).where(LtreeFunctions.matches(path, "*.Paris")),
                "SELECT places.path FROM places WHERE places.path ~ $1::lquery",
                "Top.Europe.Paris");
        answers.assertThatRuns(
                select(path).from(places).where(LtreeFunctions.matchesAny(path, "x", "*.Paris")),
                "SELECT places.path FROM places WHERE places.path ? $1::lquery[]",
                "Top.Europe.Paris");
        answers.assertThatRuns(
                select(path).from(places).where(LtreeFunctions.searched(path, "paris@ & Top")),
                "SELECT places.path FROM places WHERE places.path @ $1::ltxtquery",
                "Top.Europe.Paris");
    }

    @Test
    void computesPlacesInATree() {
        Expression<String> place = value(LTREE, "a.b.c");
        Expression<String> other = value(LTREE, "a.b.d");
        gives(LtreeFunctions.nlevel(place), "nlevel($1::ltree)", "3");
        gives(LtreeFunctions.subpath(place, 1), "subpath($1::ltree, $2)", "b.c");
        gives(LtreeFunctions.subpath(place, 0, -1), "subpath($1::ltree, $2, $3)", "a.b");
        gives(LtreeFunctions.index(place, value(LTREE, "b.c")), "index($1::ltree, $2::ltree)", "1");
        gives(LtreeFunctions.commonAncestor(place, other), "lca($1::ltree, $2::ltree)", "a.b");
        gives(LtreeFunctions.ancestorOf(place, other), "$1::ltree @> $2::ltree", "false");
        gives(LtreeFunctions.descendantOf(place, place), "$1::ltree <@ $1::ltree", "true");
        gives(place.concat("z"), "$1::ltree || $2::ltree", "a.b.c.z");
    }
}
