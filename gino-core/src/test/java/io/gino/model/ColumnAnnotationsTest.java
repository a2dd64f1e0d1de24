/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.schema.Deferral;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What the annotations of attributes make of their columns. */
@NullUnmarked
class ColumnAnnotationsTest {

    enum Mood {
        CALM,
        WILD
    }

    static final class RandomId implements Supplier<UUID> {
        @Override
        public UUID get() {
            return UUID.randomUUID();
        }
    }

    static final class Prefixed implements ColumnNaming {
        @Override
        public String column(String attribute) {
            return "c_" + attribute;
        }
    }

    @GinoModel("accounts")
    @Unique({"mail", "realm"})
    @Check(value = "age < 200", name = "accounts_age")
    @Indexed({"realm", "age"})
    @SuppressWarnings("unused") // read by reflection
    static class Account {

        @PrimaryKey(identity = false)
        private Long id;

        @Column(name = "mail", length = 80, collation = "C", comment = "Where to write")
        @NonNull
        private String email;

        @Unique(nullsNotDistinct = true, deferral = Deferral.INITIALLY_DEFERRED)
        private String login;

        @Column("realm")
        private String kingdom;

        @Check("age >= 0")
        @Indexed(name = "accounts_old", where = "age > 60")
        @Indexed(using = "brin")
        private int age;

        @Enumerated
        private Mood mood;

        @Enumerated(type = "feeling")
        private List<Mood> moods;

        @Enumerated(Enumerated.Storage.TEXT)
        private Mood spelled;

        @Enumerated(Enumerated.Storage.ORDINAL)
        private Mood numbered;

        @Generated("lower(mail)")
        private String lowerMail;

        @CreatedAt
        private OffsetDateTime created;

        @UpdatedAt
        private Instant updated;

        @Version
        private int version;
    }

    @Test
    void eachAnnotationHasItsClause() {
        assertThat(Script.of(Account.class)).isEqualTo("""
                CREATE TYPE mood AS ENUM ('CALM', 'WILD');
                CREATE TYPE feeling AS ENUM ('CALM', 'WILD');
                CREATE TABLE accounts (id bigint NOT NULL, mail varchar(80) COLLATE "C" NOT NULL, login text, realm text,\
                 age integer NOT NULL, mood mood, moods feeling[], spelled text, numbered integer,\
                 lower_mail text GENERATED ALWAYS AS (lower(mail)) STORED, created timestamptz DEFAULT (now()) NOT NULL,\
                 updated timestamptz DEFAULT (now()) NOT NULL, version integer DEFAULT (0) NOT NULL,\
                 CONSTRAINT pk_accounts PRIMARY KEY (id),\
                 CONSTRAINT uq_accounts_login UNIQUE NULLS NOT DISTINCT (login) DEFERRABLE INITIALLY DEFERRED,\
                 CONSTRAINT ck_accounts CHECK (age >= 0), CONSTRAINT uq_accounts_mail_realm UNIQUE (mail, realm),\
                 CONSTRAINT accounts_age CHECK (age < 200));
                CREATE INDEX accounts_old ON accounts (age) WHERE age > 60;
                CREATE INDEX ix_accounts_age ON accounts USING brin (age);
                CREATE INDEX ix_accounts_realm_age ON accounts (realm, age);
                COMMENT ON COLUMN accounts.mail IS 'Where to write';
                """);
    }

    @GinoModel("tokens")
    record Token(
            @PrimaryKey @Column(clientDefault = RandomId.class)
            UUID id,

            @Column(serverDefault = "'new'") String state) {}

    @Test
    void aClientDefaultIsAskedForEachRow() {
        Supplier<?> ids =
                Model.of(Token.class).column("id").options().clientDefault().orElseThrow();

        assertThat(ids.get()).isInstanceOf(UUID.class).isNotEqualTo(ids.get());
        assertThat(Script.of(Token.class)).isEqualTo("""
                CREATE TABLE tokens (id uuid NOT NULL, state text DEFAULT ('new'), CONSTRAINT pk_tokens PRIMARY KEY (id));
                """);
    }

    @GinoModel(value = "named", naming = Prefixed.class)
    record Named(
            @PrimaryKey Long id,
            String teamId,
            @Column("other") String said) {}

    @GinoModel(value = "written", naming = ColumnNaming.AsWritten.class)
    record Written(@PrimaryKey Long id, String teamId) {}

    @Test
    void aNamingReplacesSnakeCase() {
        assertThat(Model.of(Named.class))
                .extracting(ColumnAttribute::name)
                .containsExactly("c_id", "c_teamId", "other");
        assertThat(Model.of(Written.class)).extracting(ColumnAttribute::name).containsExactly("id", "teamId");
    }

    @Test
    void tellsTheAttributeThatCountsChanges() {
        assertThat(Model.of(Account.class).version())
                .contains(Model.of(Account.class).column("version"));
        assertThat(Model.of(Token.class).version()).isEmpty();
    }

    @Test
    void modelsShareAnEnumTypeOfTheSameLabels() {
        assertThat(Script.of(Calm.class, AlsoCalm.class)).isEqualTo("""
                CREATE TYPE mood AS ENUM ('CALM', 'WILD');
                CREATE TABLE calm (id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, mood mood,\
                 CONSTRAINT pk_calm PRIMARY KEY (id));
                CREATE TABLE also_calm (id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, mood mood,\
                 CONSTRAINT pk_also_calm PRIMARY KEY (id));
                """);
    }

    @GinoModel("calm")
    record Calm(@PrimaryKey Long id, @Enumerated Mood mood) {}

    @GinoModel("also_calm")
    record AlsoCalm(@PrimaryKey Long id, @Enumerated Mood mood) {}

    @GinoModel("other_mood")
    record Other(
            @PrimaryKey Long id, @Enumerated(type = "mood") Deferral mood) {}

    @Test
    void refusesOneEnumTypeForTwoEnums() {
        assertThatThrownBy(() -> Script.of(Calm.class, Other.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Model Other needs enum type 'mood' to be NOT_DEFERRABLE, DEFERRABLE, INITIALLY_DEFERRED;"
                        + " it is declared already, as CALM, WILD. Name another: @Enumerated(type = \"…\").");
    }

    private static void refuses(Class<?> model, String message) {
        assertThatThrownBy(() -> Model.of(model))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
    }

    @GinoModel("t")
    record TwoNames(
            @PrimaryKey Long id,
            @Column(value = "a", name = "b") String text) {}

    @GinoModel("t")
    record LongNumber(
            @PrimaryKey Long id, @Column(length = 3) int number) {}

    @GinoModel("t")
    record TwoTypes(
            @PrimaryKey Long id,
            @Column(length = 3, type = "text") String text) {}

    @GinoModel("t")
    record NoEnum(@PrimaryKey Long id, @Enumerated String text) {}

    @GinoModel("t")
    record NoTime(@PrimaryKey Long id, @CreatedAt String created) {}

    @GinoModel("t")
    record NoCounter(@PrimaryKey Long id, @Version String version) {}

    @GinoModel("t")
    record TwoVersions(
            @PrimaryKey Long id,
            @Version int first,
            @Version int second) {}

    @GinoModel("t")
    record Foreign(@PrimaryKey Long id, @Unique("id") String text) {}

    @GinoModel("t")
    @Indexed
    record Nowhere(@PrimaryKey Long id) {}

    @GinoModel("t")
    record OneColumn(
            @PrimaryKey Long id,
            String text,
            @Column("text") String other) {}

    @GinoModel("t")
    record Unnameable(
            @PrimaryKey Long id,
            @Column(clientDefault = NeedsText.class) String text) {}

    record NeedsText(String get) implements Supplier<String> {}

    @Test
    void refusesWhatCannotBe() {
        refuses(
                TwoNames.class,
                "@Column of attribute 'text' of model TwoNames names the column twice, 'a' and 'b'. Leave one of them"
                        + " out.");
        refuses(
                LongNumber.class,
                "Attribute 'number' of model LongNumber has a length, and is no String. Leave length out, or name a"
                        + " type.");
        refuses(
                TwoTypes.class,
                "Attribute 'text' of model TwoTypes has both a length and a type. Write the length into the type.");
        refuses(
                NoEnum.class,
                "Attribute 'text' of model NoEnum is annotated @Enumerated, and is neither an enum nor a list of them."
                        + " Leave the annotation out.");
        refuses(
                NoTime.class,
                "Attribute 'created' of model NoTime is annotated @CreatedAt, and is a java.lang.String. Make it an"
                        + " OffsetDateTime or another time.");
        refuses(
                NoCounter.class,
                "Attribute 'version' of model NoCounter is annotated @Version, and is a java.lang.String. Make it an"
                        + " int, a long or an Instant.");
        refuses(
                TwoVersions.class,
                "Model TwoVersions has two attributes annotated @Version, 'first' and 'second'. Annotate one of"
                        + " them.");
        refuses(
                Foreign.class,
                "@Unique of attribute 'text' of model Foreign names columns, and an attribute's is about its own. Move"
                        + " it to the class.");
        refuses(Nowhere.class, "@Indexed of model Nowhere names no columns. Name those that it is about.");
        refuses(
                OneColumn.class,
                "Model OneColumn maps two attributes to the column 'text': 'text' and 'other'. Give one of them another"
                        + " name by @Column(\"…\"), or annotate it @Transient.");
        refuses(
                Unnameable.class,
                "@Column(clientDefault = …) of attribute 'text' of model Unnameable names"
                        + " io.gino.model.ColumnAnnotationsTest$NeedsText, which has no constructor without arguments."
                        + " Add one (it may be private).");
    }
}
