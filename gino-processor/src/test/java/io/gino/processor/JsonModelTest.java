/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes that lie inside JSON documents. */
class JsonModelTest {

    private static final String CARD = """
            package app;
            import io.gino.model.*;
            import java.util.*;
            @GinoModel("cards")
            record Card(
                    @PrimaryKey Long id,
                    @Column(type = "jsonb") Map<String, Object> profile,
                    @JsonAttribute int age,
                    @JsonAttribute(path = {"home", "tags"}) List<String> tags) {}
            """;

    @TempDir
    Path directory;

    @Test
    void areAttributesOfTheirOwnTypeAndClass() {
        assertThat(compile(CARD).succeeds().source("app/Card_.java")).isEqualTo("""
                        package app;

                        import io.gino.model.ColumnAttribute;
                        import io.gino.model.DocumentAttribute;
                        import io.gino.model.Model;
                        import io.gino.model.ModelAlias;
                        import io.gino.schema.Table;
                        import io.gino.sql.ColumnClause;
                        import io.gino.sql.Identifier;
                        import java.lang.Integer;
                        import java.lang.Long;
                        import java.lang.Object;
                        import java.lang.String;
                        import java.lang.SuppressWarnings;
                        import java.util.List;
                        import java.util.Map;
                        import javax.annotation.processing.Generated;

                        /**
                         * The columns of {@link Card}, each by the name of its attribute.
                         */
                        @Generated("io.gino.processor.ModelProcessor")
                        @SuppressWarnings({"deprecation", "rawtypes", "removal"})
                        final class Card_ {
                            public static final Model<Card> MODEL = Model.of(Card.class);

                            public static final Table TABLE = MODEL.table();

                            public static final ColumnAttribute<Card, Long> id = MODEL.attribute("id");

                            public static final ColumnAttribute<Card, Map<String, Object>> profile = MODEL.attribute("profile");

                            public static final DocumentAttribute<Card, Integer> age = MODEL.inside("age");

                            public static final DocumentAttribute<Card, List<String>> tags = MODEL.inside("tags");

                            private Card_() {
                            }

                            /**
                             * The table under another name.
                             */
                            public static Alias alias(String name) {
                                return new Alias(name);
                            }

                            /**
                             * The table of {@link Card} under another name.
                             */
                            public static final class Alias extends ModelAlias<Card> {
                                public final ColumnClause<Long> id;

                                public final ColumnClause<Map<String, Object>> profile;

                                public final ColumnClause<Integer> age;

                                public final ColumnClause<List<String>> tags;

                                private Alias(String name) {
                                    super(MODEL, Identifier.of(name));
                                    this.id = column(Card_.id);
                                    this.profile = column(Card_.profile);
                                    this.age = column(Card_.age);
                                    this.tags = column(Card_.tags);
                                }
                            }
                        }
                        """);
    }

    @Test
    void areExpressionsAndReadInstances() {
        assertThat(compile(CARD, """
                        package app;
                        import static io.gino.sql.Sql.select;
                        import java.util.*;
                        class Use {
                            static Object main() {
                                Card_.Alias c = Card_.alias("c");
                                int age = Card_.age.get(new Card(1L, Map.of(), 18, List.of()));
                                return age + ": " + select(Card_.age.plus(1)).from(Card_.TABLE).where(Card_.age.gt(17))
                                        + "; " + Card_.TABLE.update().set(Card_.age, Card_.age.plus(1)).everyRow()
                                        + "; " + select(c.age).from(c).orderBy(c.age.desc());
                            }
                        }
                        """).run("app.Use"))
                .isEqualTo("18: SELECT (cards.profile ->> 'age')::integer + $1 FROM cards"
                        + " WHERE (cards.profile ->> 'age')::integer > $2;"
                        + " UPDATE cards SET profile = COALESCE(cards.profile, '{}')"
                        + " || jsonb_build_object('age', (cards.profile ->> 'age')::integer + $1);"
                        + " SELECT (c.profile ->> 'age')::integer AS age FROM cards AS c"
                        + " ORDER BY (c.profile ->> 'age')::integer DESC");
    }

    @Test
    void haveADocument() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"cards\") record Card(Long id,",
                        "    @JsonAttribute int age) {}"))
                .isEqualTo(
                        "Card.java:3: Attribute 'age' of model Card is annotated @JsonAttribute(of = \"profile\"), and"
                                + " the model has no attribute 'profile'. It has: id, age.");
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"cards\") record Card(Long id, String name,",
                        "    @JsonAttribute(of = \"name\") int age) {}"))
                .isEqualTo(
                        "Card.java:3: Attribute 'age' of model Card is annotated @JsonAttribute(of = \"name\"), and that"
                                + " is no JSON. Annotate 'name' @Column(type = \"jsonb\").");
    }

    @Test
    void lieInNoOther() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"cards\") record Card(@Column(type = \"jsonb\") io.gino.type.Json profile,",
                        "    @JsonAttribute io.gino.type.Json home,",
                        "    @JsonAttribute(of = \"home\") int age) {}"))
                .isEqualTo(
                        "Card.java:4: Attribute 'age' of model Card is annotated @JsonAttribute(of = \"home\"), and"
                                + " 'home' lies inside a document itself. Name the column's attribute, and the keys by path = {…}.");
    }

    @Test
    void areNoColumns() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"cards\") record Card(@Column(type = \"jsonb\") io.gino.type.Json profile,",
                        "    @JsonAttribute @Unique String name) {}"))
                .isEqualTo(
                        "Card.java:3: Attribute 'name' of model Card is annotated @JsonAttribute and @Unique, which is"
                                + " for columns; it is none. Leave one of them out.");
    }

    @Test
    void haveTheirPathsToThemselves() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"cards\") record Card(@Column(type = \"jsonb\") io.gino.type.Json profile,",
                        "    @JsonAttribute io.gino.type.Json home,",
                        "    @JsonAttribute(path = {\"home\", \"city\"}) String city) {}"))
                .isEqualTo(
                        "Card.java:4: Attribute 'city' of model Card lies at key 'home.city' of 'profile', and attribute"
                                + " 'home' at 'home', so that one would change the other. Give one of them another path.");
    }

    @Test
    void areTheModelsOwn() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"cards\") record Card(@Column(type = \"jsonb\") io.gino.type.Json profile,",
                        "    @Embedded Part part) {}",
                        "record Part(@JsonAttribute int age) {}"))
                .contains("Attribute 'age' of model Card, in value object Part, is annotated @JsonAttribute."
                        + " Move it to the model, whose attributes lie in documents.");
    }

    private Compilation compile(String... sources) {
        return Compiler.in(directory).compile(sources);
    }

    private String complaints(String... lines) {
        return String.join("\n", compile(String.join("\n", lines)).complaints());
    }
}
