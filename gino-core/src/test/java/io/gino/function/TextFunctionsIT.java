/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.any;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TSVECTOR;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class TextFunctionsIT {

    private final Answers answers;

    TextFunctionsIT(TestDatabase database) {
        answers = new Answers(database);
    }

    @AfterEach
    void close() {
        answers.close();
    }

    private void gives(Expression<?> expression, String sql, String value) {
        answers.assertThatGives(expression, sql, value);
    }

    private final Expression<String> text = value(TEXT, " Ada,Bob ");
    private final Expression<List<String>> tags = value(TEXT.array(), List.of("a", "b", "c"));

    @Test
    void computesTexts() {
        gives(TextFunctions.trim(text), "btrim($1)", "Ada,Bob");
        gives(TextFunctions.length(text), "length($1)", "9");
        gives(TextFunctions.substring(text, 2, 3), "substr($1, $2, $3)", "Ada");
        gives(TextFunctions.replace(text, "Bob", "it's"), "replace($1, $2, $3)", " Ada,it's ");
        gives(TextFunctions.splitPart(text, ",", 2), "split_part($1, $2, $3)", "Bob ");
        gives(TextFunctions.regexpReplace(text, "[ab]", "*", "gi"), "regexp_replace($1, $2, $3, $4)", " *d*,*o* ");
        gives(TextFunctions.matches(text, "a,B"), "$1 ~ $2", "true");
        gives(TextFunctions.notMatchesIgnoreCase(text, "ada"), "$1 !~* $2", "false");
        gives(Sql.upper(text), "upper($1)", " ADA,BOB ");
        gives(TextFunctions.like(text, value(TEXT, "%a,B%")), "$1 LIKE $2", "true");
        gives(TextFunctions.ilike(text, value(TEXT, " ada%")), "$1 ILIKE $2", "true");
        gives(TextFunctions.matches(text, value(TEXT, "^A")), "$1 ~ $2", "false");
    }

    @Test
    void escapesWildcards() {
        gives(value(TEXT, "50% _off\\").contains("% _off\\"), "$1 LIKE $2", "true");
        gives(value(TEXT, "50x yoff").contains("% _off"), "$1 LIKE $2", "false");
        gives(value(TEXT, "Abc").startsWith("a"), "$1 LIKE $2", "false");
        gives(value(TEXT, "Abc").containsIgnoreCase("B"), "$1 ILIKE $2", "true");
        gives(value(TEXT, "a_").endsWith("_"), "$1 LIKE $2", "true");
    }

    @Test
    void computesArrays() {
        gives(ArrayFunctions.element(tags, 2, TEXT), "($1)[$2]", "b");
        gives(ArrayFunctions.slice(tags, 2, 9), "($1)[$2:$3]", "[b, c]");
        gives(ArrayFunctions.contains(tags, List.of("c", "a")), "$1 @> $2", "true");
        gives(ArrayFunctions.containedBy(tags, List.of("a")), "$1 <@ $2", "false");
        gives(ArrayFunctions.overlaps(tags, List.of("x", "c")), "$1 && $2", "true");
        gives(ArrayFunctions.append(tags, "it's"), "$1 || $2", "[a, b, c, it's]");
        gives(ArrayFunctions.prepend("z", tags), "$1 || $2", "[z, a, b, c]");
        gives(ArrayFunctions.remove(tags, value(TEXT, "b")), "array_remove($1, $2)", "[a, c]");
        gives(ArrayFunctions.cardinality(tags), "cardinality($1)", "3");
        gives(ArrayFunctions.position(tags, value(TEXT, "c")), "array_position($1, $2)", "3");
        gives(ArrayFunctions.join(tags, "-"), "array_to_string($1, $2)", "a-b-c");
        gives(value(TEXT, "b").eq(any(tags)), "$1 = ANY ($2)", "true");
        gives(value(TEXT, "b").gt(Sql.all(tags)), "$1 > ALL ($2)", "false");
    }

    @Test
    void findsDocumentsByTheirWords() {
        Column<Integer> id = column("id", INTEGER);
        Column<String> body = column("body", TEXT);
        Column<String> words = column("words", TSVECTOR);
        MetaData metadata = new MetaData();
        Table pages = metadata.table("pages", id, body, words);
        answers.create(metadata);
        answers.run(pages.insert()
                .rows(
                        List.of(id, body),
                        List.of(
                                List.of(1, "The cat sat on the mat"),
                                List.of(2, "A cat's dog"),
                                List.of(3, "Dogs without end"))));
        answers.run(pages.update()
                .set(words, TextSearch.setWeight(TextSearch.toTsvector("english", body), TextSearch.Weight.A))
                .everyRow());
        String config = "CAST('english'::text AS regconfig)";

        Expression<String> cats = TextSearch.websearchToTsquery("english", "cats -mat");
        answers.assertThatRuns(
                select(id, TextSearch.headline("english", body, cats))
                        .from(pages)
                        .where(TextSearch.found(words, cats)),
                "SELECT pages.id, ts_headline(" + config + ", pages.body, websearch_to_tsquery(" + config
                        + ", $1)) FROM pages WHERE pages.words @@ websearch_to_tsquery(" + config + ", $1)",
                "{id=2, ts_headline=A <b>cat</b>'s dog}");
        Expression<String> either = TextSearch.or(
                TextSearch.toTsquery("english", "sit:*"), TextSearch.phrasetoTsquery("english", "cat's dog"));
        answers.assertThatRuns(
                select(id).from(pages).where(TextSearch.found(words, either)).orderBy(id),
                "SELECT pages.id FROM pages WHERE pages.words @@ (to_tsquery(" + config + ", $1) || phraseto_tsquery("
                        + config + ", $2)) ORDER BY pages.id",
                "2");
        Expression<String> dogs = TextSearch.plaintoTsquery("english", "dogs");
        Expression<String> alone = TextSearch.and(dogs, TextSearch.not(TextSearch.plaintoTsquery("english", "cats")));
        answers.assertThatRuns(
                select(id)
                        .from(pages)
                        .where(TextSearch.found(words, alone))
                        .orderBy(TextSearch.rank(words, dogs).desc()),
                "SELECT pages.id FROM pages WHERE pages.words @@ (plainto_tsquery(" + config
                        + ", $1) && (!! plainto_tsquery(" + config
                        + ", $2))) ORDER BY ts_rank(pages.words, plainto_tsquery("
                        + config + ", $1)) DESC",
                "3");
        answers.assertThatRuns(
                select(TextSearch.strip(words)).from(pages).where(id.eq(3)),
                "SELECT strip(pages.words) FROM pages WHERE pages.id = $1",
                "'dog' 'end' 'without'");
        answers.assertThatRuns(
                select(id)
                        .from(pages)
                        .where(TextSearch.found(
                                words,
                                TextSearch.followedBy(
                                        TextSearch.toTsquery("english", "cat"),
                                        TextSearch.toTsquery("english", "sat")))),
                "SELECT pages.id FROM pages WHERE pages.words @@ (to_tsquery(" + config + ", $1) <-> to_tsquery("
                        + config + ", $2))",
                "1");
    }
}
