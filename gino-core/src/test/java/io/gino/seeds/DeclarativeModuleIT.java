/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.seeds;

import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.unique;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BOOLEAN;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMPTZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.engine.GinoEngine;
import io.gino.error.CheckViolation;
import io.gino.error.SchemaException;
import io.gino.error.UniqueViolation;
import io.gino.model.AttributeDeclaration;
import io.gino.model.AttributeFactory;
import io.gino.model.ColumnAttribute;
import io.gino.model.DeclarativeBase;
import io.gino.model.DeclaredAttr;
import io.gino.model.DynamicModel;
import io.gino.model.GinoModel;
import io.gino.model.InvertDict;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.schema.Check;
import io.gino.schema.Column;
import io.gino.schema.Index;
import io.gino.schema.MetaData;
import io.gino.schema.TableItem;
import io.gino.schema.Unique;
import io.gino.sql.Sql;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** GINO's page "gino.declarative module", each of its statements and examples in turn. */
@ExtendWith(PostgresExtension.class)
class DeclarativeModuleIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MetaData metadata = new MetaData();
    private final DeclarativeBase base = new DeclarativeBase(metadata);
    private final GinoEngine engine;

    DeclarativeModuleIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @AfterEach
    void close() {
        engine.schema(metadata).dropAll().then(engine.close()).block(TIMEOUT);
    }

    @GinoModel("users")
    static class User extends DynamicModel {
        static final Column<Integer> id = column("id", INTEGER).primaryKey();
        static final Column<String> name = column("name", TEXT);
        static final Check NAMED = check(Sql.template("name <> ''", BOOLEAN));
        static final Index BY_NAME = index("users_by_name").on("name").asUnique();

        @DeclaredAttr(withTable = true)
        static String tableName(Model<?> model) {
            return model.table().tableName();
        }
    }

    // class gino.declarative.ColumnAttribute

    @Test
    void columnAttributeIsTheColumnOnTheClassAndTheValueOnAnInstance() {
        Model<User> model = base.model(User.class);
        ColumnAttribute<User, String> name = model.column("name", String.class);
        User user = new User();
        name.set(user, "daisy");

        assertThat(name).isSameAs(model.table().column("name"));
        assertThat(name.get(user)).isEqualTo("daisy");
    }

    static final class Trimming implements AttributeFactory {
        @Override
        public <M, T> ColumnAttribute<M, T> attribute(AttributeDeclaration<M, T> declared) {
            return new Trimmed<>(declared);
        }
    }

    static final class Trimmed<M, T> extends ColumnAttribute<M, T> {
        Trimmed(AttributeDeclaration<M, T> declared) {
            super(declared);
        }

        @Override
        @SuppressWarnings("unchecked") // a text for a text
        public void set(M instance, @Nullable T value) {
            super.set(instance, value instanceof String text ? (T) text.strip() : value);
        }
    }

    @GinoModel(value = "trimmed", attributes = Trimming.class)
    static class Titled {
        @PrimaryKey
        private Integer id;

        private String title;
    }

    @Test
    void attrFactoryOfAModelMakesItsColumnAttributes() {
        ColumnAttribute<Titled, String> title = base.model(Titled.class).column("title", String.class);
        Titled titled = new Titled();
        title.set(titled, "  daisy ");

        assertThat(title).isInstanceOf(Trimmed.class);
        assertThat(titled.title).isEqualTo("daisy");
    }

    // class gino.declarative.InvertDict

    @Test
    void invertDictGetsKeysByValues() {
        InvertDict<String, String> columns = new InvertDict<>(Map.of("nickname", "name"));

        assertThat(columns.invertGet("name", "nothing")).isEqualTo("nickname");
        assertThat(columns.invertGet("other", "nothing")).isEqualTo("nothing");
        assertThat(base.model(User.class).columnNames().invertGet("name")).contains("name");
    }

    // class gino.declarative.Model

    @Test
    void definingAModelPutsATableIntoTheMetadata() {
        Model<User> model = base.model(User.class);

        assertThat(metadata.findTable("users")).contains(model.table());
        assertThat(model.columns()).extracting(ColumnAttribute::name).containsExactly("id", "name");
    }

    @Test
    void anInstanceKeepsValuesInMemoryWithoutAnyDatabase() {
        User user = new User();
        assertThat(user.get("name")).isNull();
        user.set("name", "daisy");
        assertThat(user.get("name")).isEqualTo("daisy");
    }

    @Test
    void constraintsAndIndexesAreClassAttributes() {
        Model<User> model = base.model(User.class);
        engine.schema(metadata).createAll().block(TIMEOUT);

        assertThatThrownBy(() ->
                        engine.status(model.table().insert().set("name", "")).block(TIMEOUT))
                .isInstanceOf(CheckViolation.class);
        engine.status(model.table().insert().set("name", "daisy")).block(TIMEOUT);
        assertThatThrownBy(() -> engine.status(model.table().insert().set("name", "daisy"))
                        .block(TIMEOUT))
                .isInstanceOf(UniqueViolation.class);
    }

    @Test
    void aModelStandsForItsTableInQueriesAndYieldsItsColumns() {
        Model<User> model = base.model(User.class);
        ColumnAttribute<User, String> name = model.column("name", String.class);
        engine.schema(metadata).createAll().block(TIMEOUT);
        engine.status(model.table().insert().set(name, "daisy")).block(TIMEOUT);

        assertThat(engine.all(select(name).from(model.table()).where(name.eq("daisy")))
                        .collectList()
                        .block(TIMEOUT))
                .containsExactly("daisy");
        assertThat(model).containsExactlyElementsOf(model.columns());
    }

    @Test
    void metadataTellsWhereAModelIsDeclared() {
        assertThat(base.model(User.class).metadata()).containsSame(metadata);
    }

    @GinoModel
    static class Abstract {
        @PrimaryKey
        private Integer id;
    }

    @Test
    void notDefiningATableNameMakesAModelAbstract() {
        assertThatThrownBy(() -> base.model(Abstract.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Model io.gino.seeds.DeclarativeModuleIT$Abstract is abstract: it names no table. Annotate"
                        + " it @GinoModel(\"table_name\") to use it.");
        assertThat(metadata.tables()).isEmpty();
    }

    @Test
    void tableAndModelKnowEachOther() {
        Model<User> model = base.model(User.class);

        assertThat(Model.of(model.table())).containsSame(model);
        assertThat(Model.of(new MetaData().table("plain", column("id", INTEGER))))
                .isEmpty();
    }

    @Test
    void valuesAreTheStoreInMemory() {
        User user = new User();
        user.set("name", "daisy");

        assertThat(user.values()).isEqualTo(Map.of("name", "daisy"));
    }

    // gino.declarative.declarative_base

    interface Audited {
        @DeclaredAttr
        static Column<String> author(Model<?> model) {
            return column("author", TEXT);
        }
    }

    @GinoModel("audits")
    static class Audit extends DynamicModel implements Audited {
        static final Column<Integer> ID = column("id", INTEGER).primaryKey();
    }

    @Test
    void declarativeBaseIsForAnyMetadataWithBasesAndNameOfItsOwn() {
        DeclarativeBase audited = new DeclarativeBase(metadata, "AuditedModel", Audited.class);

        assertThat(audited.name()).isEqualTo("AuditedModel");
        assertThat(audited.metadata()).isSameAs(metadata);
        assertThat(audited.model(Audit.class).columns())
                .extracting(ColumnAttribute::attribute)
                .containsExactly("author", "id");
        assertThatThrownBy(() -> audited.model(User.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage("io.gino.seeds.DeclarativeModuleIT$User is no model of base 'AuditedModel': it has not"
                        + " io.gino.seeds.DeclarativeModuleIT$Audited. Let it implement that.");
    }

    // gino.declarative.declared_attr

    interface TrackedMixin {
        Column<OffsetDateTime> CREATED = column("created", TIMESTAMPTZ);

        @DeclaredAttr
        static Column<Integer> uniqueId(Model<?> model) {
            return column("unique_id", INTEGER);
        }

        @DeclaredAttr
        static Unique uniqueConstraint(Model<?> model) {
            return unique("unique_id");
        }

        @DeclaredAttr
        static @Nullable Column<String> poly(Model<?> model) {
            return model.type() == Thing.class ? column("poly", TEXT) : null;
        }

        @DeclaredAttr
        static List<TableItem> tableArgs(Model<?> model) {
            return model.type() == Thing.class ? List.of(unique("poly")) : List.of();
        }
    }

    @GinoModel("things")
    static class Thing extends DynamicModel implements TrackedMixin {
        static final Column<Integer> ID = column("id", INTEGER).primaryKey();
    }

    @GinoModel("others")
    static class Other extends DynamicModel implements TrackedMixin {
        static final Column<Integer> ID = column("id", INTEGER).primaryKey();
    }

    @Test
    void declaredAttrOfAMixinIsCalledForEachModel() {
        Model<Thing> thing = base.model(Thing.class);
        Model<Other> other = base.model(Other.class);
        engine.schema(metadata).createAll().block(TIMEOUT);

        assertThat(thing.columns())
                .extracting(ColumnAttribute::attribute)
                .containsExactly("created", "poly", "uniqueId", "id");
        assertThat(other.columns()).extracting(ColumnAttribute::attribute).containsExactly("created", "uniqueId", "id");
        assertThat(thing.column("created")).isNotSameAs(other.column("created"));
        assertThat(thing.table().constraints()).containsExactlyInAnyOrder(unique("unique_id"), unique("poly"));
        assertThat(other.table().constraints()).containsExactly(unique("unique_id"));
    }

    @Test
    void declaredAttrWithTableIsCalledOnceTheTableIsThere() {
        assertThat(base.model(User.class).declared("tableName", String.class)).contains("users");
    }
}
