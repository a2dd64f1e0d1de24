/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.JSON;
import static io.gino.type.Types.JSONB;
import static io.gino.type.Types.TEXT;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Aggregate;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.TableFunction;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class JsonFunctionsIT {

    private final Answers answers;

    JsonFunctionsIT(TestDatabase database) {
        answers = new Answers(database);
    }

    @AfterEach
    void close() {
        answers.close();
    }

    private void gives(Expression<?> expression, String sql, String value) {
        answers.assertThatGives(expression, sql, value);
    }

    private final Column<Integer> id = column("id", INTEGER);
    private final Column<Json> profile = column("profile", JSONB);
    private final Column<Json> raw = column("raw", JSON);
    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table("users", id, profile, raw);

    @BeforeEach
    void fill() {
        answers.run("DROP TABLE IF EXISTS users");
        answers.create(metadata);
        Json ada = new Json("{\"name\": \"ada\", \"tags\": [\"new\", \"hot\"], \"address\": {\"city\": \"Rome\"}}");
        Json bob = new Json("{\"name\": \"bob\", \"age\": 42, \"scores\": [5, 12]}");
        answers.run(users.insert()
                .rows(
                        List.of(id, profile, raw),
                        List.of(List.of(1, ada, ada), List.of(2, bob, bob), Arrays.asList(3, null, null))));
    }

    private void finds(Condition condition, String sql, String... ids) {
        answers.assertThatRuns(
                select(id).from(users).where(condition).orderBy(id),
                "SELECT users.id FROM users WHERE " + sql + " ORDER BY users.id",
                ids);
    }

    @Test
    void findsDocumentsByTheirKeys() {
        finds(JsonFunctions.hasKey(profile, "age"), "users.profile ? $1", "2");
        finds(JsonFunctions.hasAnyKey(profile, "age", "address"), "users.profile ?| $1", "1", "2");
        finds(JsonFunctions.hasAnyKey(profile, "x"), "users.profile ?| $1");
        finds(JsonFunctions.hasAllKeys(profile, "name", "tags"), "users.profile ?& $1", "1");
        finds(JsonFunctions.hasKey(JsonFunctions.get(profile, "tags"), "hot"), "users.profile -> $1 ? $2", "1");
    }

    @Test
    void findsDocumentsByWhatTheyHold() {
        finds(
                JsonFunctions.contains(profile, new Json("{\"address\": {\"city\": \"Rome\"}}")),
                "users.profile @> $1",
                "1");
        finds(
                JsonFunctions.containedBy(profile, new Json("{\"name\": \"bob\", \"age\": 42, \"scores\": [12, 5]}")),
                "users.profile <@ $1",
                "2");
        finds(JsonFunctions.getText(profile, "name").eq("bob"), "users.profile ->> $1 = $2", "2");
        finds(JsonFunctions.pathText(profile, "address", "city").eq("Rome"), "users.profile #>> $1 = $2", "1");
        finds(JsonFunctions.pathText(raw, "address", "city").eq("Rome"), "users.raw #>> $1 = $2", "1");
    }

    @Test
    void findsDocumentsByJsonPaths() {
        finds(
                JsonFunctions.pathExists(profile, "$.scores[*] ? (@ > 10)"),
                "users.profile @? CAST($1 AS jsonpath)",
                "2");
        finds(
                JsonFunctions.pathExists(profile, "$.scores[*] ? (@ > $min)", new Json("{\"min\": 12}")),
                "jsonb_path_exists(users.profile, CAST($1 AS jsonpath), $2)");
        finds(JsonFunctions.pathMatches(profile, "$.age > 40"), "users.profile @@ CAST($1 AS jsonpath)", "2");
        finds(
                JsonFunctions.pathMatches(profile, "exists($.tags[*] ? (@ == $tag))", new Json("{\"tag\": \"hot\"}")),
                "jsonb_path_match(users.profile, CAST($1 AS jsonpath), $2)",
                "1");
    }

    @Test
    void readsDocumentsOfBothTypes() {
        Expression<Json> binary = value(JSONB, new Json("{\"a\": {\"b\": [1, 2]}, \"n\": null}"));
        Expression<Json> plain = value(JSON, new Json("{\"a\":{\"b\":[1,2]},\"n\":null}"));
        gives(JsonFunctions.get(binary, "a"), "$1 -> $2", "Json[text={\"b\": [1, 2]}]");
        gives(JsonFunctions.get(plain, "a"), "$1::json -> $2", "Json[text={\"b\":[1,2]}]");
        gives(JsonFunctions.path(plain, "a", "b", "1"), "$1::json #> $2", "Json[text=2]");
        gives(JsonFunctions.getText(JsonFunctions.path(binary, "a", "b"), -1), "$1 #> $2 ->> $3", "2");
        gives(JsonFunctions.kind(plain), "json_typeof($1::json)", "object");
        gives(JsonFunctions.kind(JsonFunctions.get(binary, "n")), "jsonb_typeof($1 -> $2)", "null");
        gives(JsonFunctions.arrayLength(JsonFunctions.path(plain, "a", "b")), "json_array_length($1::json #> $2)", "2");
        gives(JsonFunctions.withoutNulls(plain), "json_strip_nulls($1::json)", "Json[text={\"a\":{\"b\":[1,2]}}]");
        gives(
                JsonFunctions.pathQuery(binary, "$.a.b[*]"),
                "jsonb_path_query_array($1, CAST($2 AS jsonpath))",
                "Json[text=[1, 2]]");
        gives(
                JsonFunctions.pathQueryFirst(binary, "$.a.b[*] ? (@ > $x)", new Json("{\"x\": 1}")),
                "jsonb_path_query_first($1, CAST($2 AS jsonpath), $3)",
                "Json[text=2]");
    }

    @Test
    void changesDocuments() {
        Expression<Json> document = value(JSONB, new Json("{\"a\": [1, 2], \"b\": 3}"));
        Expression<Json> nine = JsonFunctions.toJson(value(INTEGER, 9));
        gives(JsonFunctions.without(document, "b", "x"), "$1 - $2", "Json[text={\"a\": [1, 2]}]");
        gives(JsonFunctions.withoutPath(document, "a", "0"), "$1 #- $2", "Json[text={\"a\": [2], \"b\": 3}]");
        gives(
                JsonFunctions.set(document, List.of("a", "1"), nine),
                "jsonb_set($1, $2, to_jsonb($3))",
                "Json[text={\"a\": [1, 9], \"b\": 3}]");
        gives(
                JsonFunctions.insert(document, List.of("a", "0"), nine),
                "jsonb_insert($1, $2, to_jsonb($3))",
                "Json[text={\"a\": [9, 1, 2], \"b\": 3}]");
        gives(document.concat(new Json("{\"b\": null}")), "$1 || $2", "Json[text={\"a\": [1, 2], \"b\": null}]");
        gives(JsonFunctions.without(JsonFunctions.get(document, "a"), 0), "($1 -> $2) - $3", "Json[text=[2]]");
    }

    @Test
    void buildsDocumentsOfBothTypes() {
        Map<String, Expression<?>> fields = new LinkedHashMap<>();
        fields.put("it's", value(INTEGER, 1));
        fields.put("a", value(TEXT, "x\"y"));
        gives(
                JsonFunctions.object(fields),
                "jsonb_build_object($1, $2, $3, $4)",
                "Json[text={\"a\": \"x\\\"y\", \"it's\": 1}]");
        gives(
                JsonFunctions.object(JSON, fields),
                "json_build_object($1, $2, $3, $4)",
                "Json[text={\"it's\" : 1, \"a\" : \"x\\\"y\"}]");
        gives(JsonFunctions.array(value(INTEGER, 1)), "jsonb_build_array($1)", "Json[text=[1]]");
        gives(
                JsonFunctions.array(JSON, value(INTEGER, 1), value(TEXT, "a")),
                "json_build_array($1, $2)",
                "Json[text=[1, \"a\"]]");
        gives(JsonFunctions.toJson(JSON, value(TEXT.array(), List.of("a"))), "to_json($1)", "Json[text=[\"a\"]]");
        Aggregate<Json> ids = Aggregates.jsonAgg(id).orderBy(id.desc()).filter(id.lt(3));
        answers.assertThatRuns(
                select(
                                ids,
                                Aggregates.jsonbAgg(id).orderBy(id),
                                Aggregates.jsonObjectAgg(id.cast(TEXT), id).filter(id.eq(1)),
                                Aggregates.jsonbObjectAgg(id.cast(TEXT), id).filter(id.eq(2)))
                        .from(users),
                "SELECT json_agg(users.id ORDER BY users.id DESC) FILTER (WHERE users.id < $1), jsonb_agg(users.id ORDER"
                        + " BY users.id), json_object_agg(CAST(users.id AS text), users.id) FILTER (WHERE users.id = $2),"
                        + " jsonb_object_agg(CAST(users.id AS text), users.id) FILTER (WHERE users.id = $3) FROM users",
                "{json_agg=Json[text=[2, 1]], jsonb_agg=Json[text=[1, 2, 3]], json_object_agg=Json[text={ \"1\" : 1 }],"
                        + " jsonb_object_agg=Json[text={\"2\": 2}]}");
    }

    @Test
    void makesRowsOfDocuments() {
        TableFunction tag = JsonTables.elementsText("tag", JsonFunctions.get(profile, "tags"));
        answers.assertThatRuns(
                select(id, tag.column("tag")).from(users.crossJoin(tag.lateral())),
                "SELECT users.id, tag.tag FROM users CROSS JOIN LATERAL jsonb_array_elements_text(users.profile -> $1) AS"
                        + " tag (tag)",
                "{id=1, tag=new}",
                "{id=1, tag=hot}");
        TableFunction score = JsonTables.pathQuery("score", profile, "$.scores[*] ? (@ > 5)");
        answers.assertThatRuns(
                select(id, score.column("score")).from(users.crossJoin(score.lateral())),
                "SELECT users.id, score.score FROM users CROSS JOIN LATERAL jsonb_path_query(users.profile, CAST($1 AS"
                        + " jsonpath)) AS score (score)",
                "{id=2, score=Json[text=12]}");
        TableFunction more =
                JsonTables.pathQuery("score", profile, "$.scores[*] ? (@ < $max)", new Json("{\"max\": 9}"));
        answers.assertThatRuns(
                select(more.column("score")).from(users.crossJoin(more.lateral())),
                "SELECT score.score FROM users CROSS JOIN LATERAL jsonb_path_query(users.profile, CAST($1 AS jsonpath),"
                        + " $2) AS score (score)",
                "Json[text=5]");
        TableFunction keys = JsonTables.keys("key", raw);
        answers.assertThatRuns(
                select(keys.column("key")).from(users.crossJoin(keys.lateral())).where(id.eq(2)),
                "SELECT key.key FROM users CROSS JOIN LATERAL json_object_keys(users.raw) AS key (key) WHERE users.id ="
                        + " $1",
                "name",
                "age",
                "scores");
        TableFunction fields = JsonTables.each("field", raw);
        answers.assertThatRuns(
                select(fields.column("key"), fields.column("value"))
                        .from(users.crossJoin(fields.lateral()))
                        .where(fields.column("key", TEXT).eq("age")),
                "SELECT field.key, field.value FROM users CROSS JOIN LATERAL json_each(users.raw) AS field (key, value)"
                        + " WHERE field.key = $1",
                "{key=age, value=Json[text=42]}");
        TableFunction texts = JsonTables.eachText("field", profile);
        answers.assertThatRuns(
                select(texts.column("value"))
                        .from(users.crossJoin(texts.lateral()))
                        .where(texts.column("key", TEXT).eq("name"))
                        .orderBy(id),
                "SELECT field.value FROM users CROSS JOIN LATERAL jsonb_each_text(users.profile) AS field (key, value)"
                        + " WHERE field.key = $1 ORDER BY users.id",
                "ada",
                "bob");
        TableFunction elements = JsonTables.elements("e", value(JSON, new Json("[1, {\"a\":2}]")));
        answers.assertThatRuns(
                select(elements.column("e")).from(elements),
                "SELECT e.e FROM json_array_elements($1::json) AS e (e)",
                "Json[text=1]",
                "Json[text={\"a\":2}]");
    }

    @Test
    void makesTypedRowsOfDocuments() {
        Expression<Json> document = value(JSONB, new Json("[{\"a\": 1, \"it's\": \"x\"}, {\"a\": 2}]"));
        TableFunction rows =
                JsonTables.recordset("r", document).withColumn("a", INTEGER).withColumn("it's", TEXT);
        answers.assertThatRuns(
                rows.select().where(rows.column("a", INTEGER).gt(0)),
                "SELECT r.a, r.\"it's\" FROM jsonb_to_recordset($1) AS r (a integer, \"it's\" text) WHERE r.a > $2",
                "{a=1, it's=x}",
                "{a=2, it's=null}");
        TableFunction row =
                JsonTables.record("r", profile).withColumn("name", TEXT).withColumn("age", INTEGER);
        answers.assertThatRuns(
                select(row.column("name"), row.column("age"))
                        .from(users.crossJoin(row.lateral()))
                        .where(id.lt(3))
                        .orderBy(id),
                "SELECT r.name, r.age FROM users CROSS JOIN LATERAL jsonb_to_record(users.profile) AS r (name text, age"
                        + " integer) WHERE users.id < $1 ORDER BY users.id",
                "{name=ada, age=null}",
                "{name=bob, age=42}");
    }
}
