/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static io.gino.schema.Schema.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.schema.Index;
import io.gino.type.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What attributes inside documents may be declared as, and what they add to a table. */
@NullUnmarked
class JsonDeclarationTest {

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Class<?> model) {
        return assertThatThrownBy(() -> Model.of(model)).isInstanceOf(SchemaException.class);
    }

    @GinoModel("t")
    record Misspelt(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @JsonAttribute(of = "profil") int age) {}

    @Test
    void theDocumentMustBeAnAttribute() {
        refused(Misspelt.class)
                .hasMessage(
                        "Attribute 'age' of model Misspelt is annotated @JsonAttribute(of = \"profil\"), and the model"
                                + " has no column of an attribute 'profil'. Did you mean 'profile'? It has: id, profile.");
    }

    @GinoModel("t")
    static class OfText {
        @PrimaryKey
        private Long id;

        private String profile;

        @JsonAttribute
        private int age;
    }

    @Test
    void theDocumentMustBeJson() {
        refused(OfText.class)
                .hasMessage(
                        "Attribute 'age' of model OfText is annotated @JsonAttribute(of = \"profile\"), and its column"
                                + " is of type text. Name one of type jsonb, or annotate 'profile' @Column(type = \"jsonb\").");
    }

    @GinoModel("t")
    record OfList(
            @PrimaryKey Long id,
            @Column(type = "jsonb") List<String> profile,
            @JsonAttribute int age) {}

    @Test
    void theDocumentMustHaveKeys() {
        refused(OfList.class)
                .hasMessage(
                        "Attribute 'age' of model OfList is annotated @JsonAttribute(of = \"profile\"), and that is a"
                                + " List, which has no keys. Make it a Map, a Json or a record.");
    }

    @GinoModel("t")
    record Inside(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @JsonAttribute Map<String, Object> work,
            @JsonAttribute(of = "work") int desk) {}

    @Test
    void theDocumentLiesInNoOther() {
        refused(Inside.class)
                .hasMessage(
                        "Attribute 'desk' of model Inside is annotated @JsonAttribute(of = \"work\"), and 'work' lies"
                                + " inside a document itself. Name the column's attribute, and the keys by path = {…}.");
    }

    @GinoModel("t")
    static class NameOfAColumn {
        @PrimaryKey
        private Long id;

        @Column(type = "jsonb")
        private Json profile;

        @Column("age")
        private int years;

        @JsonAttribute
        private int age;
    }

    @Test
    void itsNameIsNoColumns() {
        refused(NameOfAColumn.class)
                .hasMessage(
                        "Attribute 'age' of model NameOfAColumn lies inside a document, and has the name of the column"
                                + " 'age' of attribute 'years'. Rename one of them.");
    }

    @GinoModel("t")
    record OnePath(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @JsonAttribute int age,
            @JsonAttribute(path = "age") int years) {}

    @GinoModel("t")
    record PathInPath(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @JsonAttribute Map<String, Object> work,
            @JsonAttribute(path = {"work", "desk"}) int desk) {}

    @Test
    void pathsDoNotOverlap() {
        refused(OnePath.class)
                .hasMessage(
                        "Attribute 'years' of model OnePath lies at key 'age' of column 'profile', and attribute 'age'"
                                + " at 'age', so that one would change the other. Give one of them another path.");
        refused(PathInPath.class)
                .hasMessage(
                        "Attribute 'desk' of model PathInPath lies at key 'work.desk' of column 'profile', and"
                                + " attribute 'work' at 'work', so that one would change the other. Give one of them another path.");
    }

    @GinoModel("t")
    record TwoDocuments(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @Column(type = "jsonb") Json settings,
            @JsonAttribute int age,
            @JsonAttribute(of = "settings", path = "age") int years) {}

    @Test
    void twoDocumentsMayHaveOneKey() {
        assertThat(Model.of(TwoDocuments.class).inside("years")).hasToString("t.settings.age");
    }

    @GinoModel("t")
    record AlsoAColumn(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @JsonAttribute @Column("years") int age) {}

    @Test
    void itIsNoColumn() {
        refused(AlsoAColumn.class)
                .hasMessage("Attribute 'age' of model AlsoAColumn is annotated @JsonAttribute and @Column, which is for"
                        + " columns; it is none. Leave one of them out.");
        assertThatThrownBy(() -> Model.of(TwoDocuments.class).inside("id"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Attribute 'id' of model TwoDocuments is a column, and no @JsonAttribute. Ask for it by"
                        + " column(…).");
    }

    static final class Two implements Supplier<Integer> {
        @Override
        public Integer get() {
            return 2;
        }
    }

    @GinoModel("t")
    record BadDefault(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @JsonAttribute(defaultValue = "many") int age) {}

    @GinoModel("t")
    record TwoDefaults(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,

            @JsonAttribute(defaultValue = "1", clientDefault = Two.class)
            int age) {}

    @Test
    void itsDefaultIsOneOfItsType() {
        refused(BadDefault.class)
                .hasMessage(
                        "Attribute 'age' of model BadDefault has the defaultValue 'many', which is no Integer. Write it"
                                + " as JSON has it, and texts without quotes.");
        refused(TwoDefaults.class)
                .hasMessage(
                        "Attribute 'age' of model TwoDefaults has both a defaultValue and a clientDefault. Leave one of"
                                + " them out.");
    }

    static final class NeedsArguments implements JsonHooks<OtherHooks, Integer> {
        private final int least;

        NeedsArguments(int least) {
            this.least = least;
        }

        @Override
        public Integer beforeSet(OtherHooks instance, Integer value) {
            return Math.max(least, value);
        }
    }

    @GinoModel("t")
    record OtherHooks(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @JsonAttribute(hooks = NeedsArguments.class) int age) {}

    @Test
    void itsHooksCanBeMade() {
        refused(OtherHooks.class)
                .hasMessage("@JsonAttribute(hooks = …) of attribute 'age' of model OtherHooks names"
                        + " io.gino.model.JsonDeclarationTest$NeedsArguments, which has no constructor without arguments."
                        + " Add one (it may be private).");
    }

    record Part(@JsonAttribute int age) {}

    @GinoModel("t")
    record InAValueObject(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @Embedded Part part) {}

    @Test
    void itIsTheModelsOwn() {
        refused(InAValueObject.class)
                .hasMessage("Attribute 'age' of value object Part, which model InAValueObject holds, is annotated"
                        + " @JsonAttribute. Move it to the model, whose attributes lie in documents.");
    }

    @GinoModel("users")
    static class Indexes {
        @PrimaryKey
        private Long id;

        @Column(type = "jsonb")
        private Map<String, Object> profile;

        @JsonAttribute
        @Indexed
        private int age;

        @JsonAttribute
        @Indexed(name = "once", unique = true, where = "profile IS NOT NULL")
        private String email;

        @JsonAttribute(path = {"work", "city"})
        private String workCity;

        @JsonAttribute
        private List<String> tags;

        @JsonAttribute
        private LocalDate born;

        static final Index BY_CITY_AND_ID = index("by_city").on("workCity", "id");
        static final Index BY_TAGS = index("by_tags").on("tags").using("gin");
        static final Index BY_PROFILE = index("by_profile").on("profile").using("gin");

        @DeclaredAttr
        static Index byBirth(Model<Indexes> model) {
            return index("by_birth")
                    .on(model.inside("born").text(), model.column("age").desc());
        }
    }

    @Test
    void indexesAreOverTheValue() {
        assertThat(Script.of(Indexes.class)).isEqualTo("""
                CREATE TABLE users (id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, profile jsonb,\
                 CONSTRAINT pk_users PRIMARY KEY (id));
                CREATE INDEX ix_users_age ON users (((profile ->> 'age')::integer));
                CREATE UNIQUE INDEX once ON users ((profile ->> 'email')) WHERE profile IS NOT NULL;
                CREATE INDEX by_city ON users ((profile -> 'work' ->> 'city'), id);
                CREATE INDEX by_tags ON users USING gin ((NULLIF(profile -> 'tags', 'null')));
                CREATE INDEX by_profile ON users USING gin (profile);
                CREATE INDEX by_birth ON users ((profile ->> 'born'), ((profile ->> 'age')::integer) DESC);
                """);
    }

    @GinoModel("t")
    record IndexedDate(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Json profile,
            @JsonAttribute @Indexed LocalDate born) {}

    @Test
    void datesAreIndexedAsText() {
        refused(IndexedDate.class)
                .hasMessage("PostgreSQL cannot index 'profile.born': it reads a date from text by the settings of the"
                        + " session. Index its text(), and compare that.");
    }
}
