/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelProcessorTest {

    @TempDir
    Path directory;

    @Test
    void takesInstanceFieldsOfAnyVisibility() {
        assertThat(model("public int a; protected int b; int c; private int d; final int e = 1; volatile int f;"))
                .containsExactly("Integer a", "Integer b", "Integer c", "Integer d", "Integer e", "Integer f");
    }

    @Test
    void leavesOutStaticAndTransientFields() {
        assertThat(model("Long id; static int count; transient int cached; @Transient int extra;"))
                .containsExactly("Long id");
    }

    @Test
    void boxesPrimitivesButNotTheirArrays() {
        assertThat(model("boolean a; byte b; short c; int d; long e; float f; double g; char h; byte[] i; int[][] j;"))
                .containsExactly(
                        "Boolean a",
                        "Byte b",
                        "Short c",
                        "Integer d",
                        "Long e",
                        "Float f",
                        "Double g",
                        "Character h",
                        "byte[] i",
                        "int[][] j");
    }

    @Test
    void spellsTypeArguments() {
        assertThat(model("java.util.Map<String, java.util.List<int[]>> a; java.util.List<? extends Number> b;"
                        + " java.util.Map.Entry<?, ? super Long> c;"))
                .containsExactly(
                        "Map<String, List<int[]>> a", "List<? extends Number> b", "Map.Entry<?, ? super Long> c");
    }

    @Test
    void leavesOutTypeAnnotations() {
        assertThat(model("@org.jspecify.annotations.Nullable String a;"
                        + " java.util.List<@org.jspecify.annotations.Nullable String> b;"))
                .containsExactly("String a", "List<String> b");
    }

    @Test
    void takesTheTopmostSuperclassesAttributesFirst() {
        assertThat(compile(
                                "class Keyed { private Long id; @io.gino.model.Transient int extra; }",
                                "abstract class Audited extends Keyed { java.time.Instant createdAt; }",
                                "@io.gino.model.GinoModel(\"users\") class User extends Audited { String email; }")
                        .succeeds()
                        .attributes("User_.java"))
                .containsExactly("Long id", "Instant createdAt", "String email");
    }

    @Test
    void ofTwoAttributesOfANameTheNearestToTheModelCounts() {
        assertThat(compile(
                                "class Base { Long id; String name; String note; String kind; }",
                                "interface Kinds { int kind = 1; }",
                                """
                                import io.gino.model.*;
                                @GinoModel("users") class User extends Base implements Kinds {
                                    @Column("user_id") Integer id;
                                    @Transient String name;
                                    static String note(Model<User> model) { return ""; }
                                }
                                """)
                        .succeeds()
                        .attributes("User_.java"))
                .containsExactly("Integer id");
    }

    @Test
    void aModelMayHaveTheTableOfAnother() {
        Compilation compilation = compile(
                        "import io.gino.model.*; @GinoModel(\"users\") class User { Long id; String name; }",
                        "import io.gino.model.*; @GinoModel class Admin extends User { @Transient int level; }",
                        "import io.gino.model.*; @GinoModel(of = User.class) record Card(Long id) {}",
                        "import io.gino.model.*; interface Named {"
                                + " @DeclaredAttr static String tableName(Model<?> model) { return \"t\"; } }",
                        "import io.gino.model.*; @GinoModel record Thing(Long id) implements Named {}")
                .succeeds();

        assertThat(compilation.generated()).containsExactly("Admin_.java", "Card_.java", "Thing_.java", "User_.java");
        assertThat(compilation.attributes("Admin_.java")).containsExactly("Long id", "String name");
    }

    @Test
    void aDynamicModelHasTheColumnsThatItDeclares() {
        Compilation compilation = compile("""
                        import io.gino.model.*;
                        import io.gino.schema.Column;
                        import io.gino.schema.Schema;
                        import io.gino.type.Types;
                        interface Tracked {
                            Column<java.time.OffsetDateTime> CREATED_AT = Schema.column("created_at", Types.TIMESTAMPTZ);
                            @DeclaredAttr static Column<Integer> uniqueId(Model<?> model) {
                                return Schema.column("unique_id", Types.INTEGER);
                            }
                            @DeclaredAttr static @org.jspecify.annotations.Nullable Column<Integer> maybe(Model<?> model) {
                                return null;
                            }
                        }
                        """, """
                        import io.gino.model.*;
                        import io.gino.schema.Column;
                        import io.gino.schema.Schema;
                        import io.gino.type.Types;
                        @GinoModel("things") class Thing extends DynamicModel implements Tracked {
                            static final Column<Long> ID = Schema.column("id", Types.BIGINT).primaryKey();
                            static final Column<String> name = Schema.column("name", Types.TEXT);
                        }
                        """, """
                        class Use {
                            static Object main() {
                                Thing thing = new Thing();
                                Thing_.uniqueId.set(thing, 5);
                                return thing.values() + " " + Thing_.createdAt.get(thing) + " " + Thing_.id;
                            }
                        }
                        """).succeeds();

        assertThat(compilation.attributes("Thing_.java"))
                .containsExactly("OffsetDateTime createdAt", "Integer uniqueId", "Long id", "String name");
        assertThat(compilation.run("Use")).isEqualTo("{uniqueId=5} null things.id");
    }

    @Test
    void theColumnsOfAValueObjectAreInAClassOfItsName() {
        Compilation compilation = compile("""
                        package app;
                        public record Address(String street, @io.gino.model.Embedded Place place) {
                            public record Place(double latitude) {}
                        }
                        """, """
                        package app;
                        import io.gino.model.*;
                        @GinoModel("firms") public class Firm {
                            @PrimaryKey Long id;
                            @Embedded Address home;
                            @Embedded(prefix = "work_") Address office;
                        }
                        """, """
                        package app;
                        import io.gino.sql.ColumnClause;
                        class Use {
                            static Object main() {
                                Firm firm = new Firm();
                                firm.home = new Address("Main St", new Address.Place(52.5));
                                Double latitude = Firm_.home.place.latitude.get(firm);
                                Firm_.office.street.set(firm, "Side St");
                                Firm_.Alias alias = Firm_.alias("f");
                                ColumnClause<Double> aliased = alias.home.place.latitude;
                                return latitude + " " + firm.office.street() + " " + aliased + " " + alias.office.street;
                            }
                        }
                        """).succeeds();

        assertThat(compilation.run("app.Use")).isEqualTo("52.5 Side St f.home_place_latitude f.work_street");
    }

    @Test
    void fillsInTheTypeArgumentsOfSuperclasses() {
        assertThat(compile(
                                "class Keyed<K, V> { K id; java.util.Map<K, V[]> all; }",
                                "class Named<N> extends Keyed<N, Long> { N name; }",
                                "@io.gino.model.GinoModel(\"users\") class User extends Named<String> {}")
                        .succeeds()
                        .attributes("User_.java"))
                .containsExactly("String id", "Map<String, Long[]> all", "String name");
    }

    @Test
    void readsSuperclassesThatAreAlreadyCompiled() {
        Compilation library = compile(
                "package lib; public class Keyed<K> { private K id; int a; int b; @io.gino.model.Transient int extra; }");

        assertThat(compiler()
                        .withLibrary(library)
                        .compile(
                                "@io.gino.model.GinoModel(\"users\") class User extends lib.Keyed<Long> { String email; }")
                        .succeeds()
                        .attributes("User_.java"))
                .containsExactly("Long id", "Integer a", "Integer b", "String email");
    }

    @Test
    void anAbstractModelOnlyGivesItsAttributesToOthers() {
        Compilation compilation = compile(
                "@io.gino.model.GinoModel abstract class Keyed<K> { K id; }",
                "@io.gino.model.GinoModel(\"users\") class User extends Keyed<Long> {}");

        assertThat(compilation.succeeds().generated()).containsExactly("User_.java");
        assertThat(compilation.attributes("User_.java")).containsExactly("Long id");
    }

    @Test
    void isAsVisibleAsItsModel() {
        assertThat(compile("@io.gino.model.GinoModel(\"a\") public class A { Long id; }")
                        .succeeds()
                        .source("A_.java"))
                .contains("public final class A_ {");
        assertThat(compile("@io.gino.model.GinoModel(\"a\") class A { Long id; }")
                        .succeeds()
                        .source("A_.java"))
                .contains("\nfinal class A_ {");
        assertThat(compile("class A { @io.gino.model.GinoModel(\"b\") protected static class B { Long id; } }")
                        .succeeds()
                        .source("A_.java"))
                .contains("    static final class B_ {");
    }

    @Test
    void nestsAsDeepAsTheModels() {
        assertThat(compile("""
                        import io.gino.model.*;
                        @GinoModel("shops")
                        class Shop {
                            Long id;
                            Order last;
                            interface Parts {
                                @GinoModel("lines") record Line(Long id, @Column(type = "jsonb") Order order) {}
                                class NoModel {}
                            }
                            @GinoModel("orders") static class Order { Long id; }
                        }
                        """, """
                        import io.gino.sql.ColumnClause;
                        class Use {
                            ColumnClause<Long> shop = Shop_.id;
                            ColumnClause<Long> order = Shop_.Order_.id;
                            ColumnClause<Shop.Order> line = Shop_.Parts_.Line_.alias("l").order;
                        }
                        """).succeeds().generated()).containsExactly("Shop_.java");
    }

    @Test
    void attributesMayHaveTheNamesOfWhatTheirAliasInherits() {
        assertThat(
                        model(
                                "int alias; int name; int table; int model; int column; int columns; int identifier; int label;"
                                        + " int io; int java; int User; int Alias; int Table; int record; int var; int yield; int sealed;"))
                .hasSize(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Model", "Table", "Alias", "ModelAlias", "Identifier", "ColumnAttribute", "String", "Long"})
    void aModelMayHaveTheNameOfAClassThatTheGeneratedOneUses(String name) {
        String model = "package app; @io.gino.model.GinoModel(\"things\") public class " + name
                + " { java.lang.Long id; java.lang.String text; " + name + " other; }";

        compile(model, "package app; class Use { Object id = " + name + "_.alias(\"a\").id; }")
                .succeeds();
    }

    @Test
    void attributesMayHaveTypesThatShareAName() {
        assertThat(compile(
                                "package lib; public class Table { public static class Alias {} }",
                                "package app; class Table {}",
                                """
                        package app;
                        @io.gino.model.GinoModel("users")
                        class User {
                            Table own;
                            lib.Table theirs;
                            lib.Table.Alias nested;
                            io.gino.schema.Table third;
                        }
                        """)
                        .succeeds()
                        .attributes("app/User_.java"))
                .hasSize(4);
    }

    @Test
    void generatedCodeGivesNoWarningsForWhatTheModelUses() {
        compile("class Use { Object use = User_.legacy; }", "@Deprecated(forRemoval = true) class Gone {}", """
                        @SuppressWarnings({"removal", "rawtypes"})
                        @io.gino.model.GinoModel("users")
                        class User {
                            Gone legacy;
                            java.util.List raw;
                        }
                        """)
                .succeeds();
    }

    @Test
    void leavesGeneratedOutWhereTheModuleDoesNotReadIt() {
        Compilation compilation = compiler()
                .withOptions("--add-reads", "app=ALL-UNNAMED")
                .compile("module app {}", "package app; @io.gino.model.GinoModel(\"users\") class User { Long id; }");

        assertThat(compilation.succeeds().source("app/User_.java")).doesNotContain("Generated");
    }

    /** The compiler shows processors no class inside a method; the library reads such a model all the same. */
    @Test
    void leavesLocalModelsToTheLibrary() {
        Compilation compilation = compile("""
                class Use {
                    static Object main() {
                        @io.gino.model.GinoModel("users") record User(Long id) {}
                        return io.gino.model.Model.of(User.class).column("id").toString();
                    }
                }
                """);

        assertThat(compilation.generated()).isEmpty();
        assertThat(compilation.run("Use")).isEqualTo("users.id");
    }

    @Test
    void generatesForTwoHundredModelsAtOnce() {
        String[] models = IntStream.range(0, 200)
                .mapToObj(i -> "package app; @io.gino.model.GinoModel(\"t" + i + "\") public class Model" + i
                        + " { @io.gino.model.PrimaryKey Long id; String name; int age; java.util.List<String> tags;"
                        + " java.time.Instant createdAt; java.math.BigDecimal price; boolean active; Long owner; }")
                .toArray(String[]::new);

        assertThat(compiler()
                        .withOptions("-proc:only")
                        .compile(models)
                        .succeeds()
                        .generated())
                .hasSize(200);
    }

    /** The attributes of a class with these fields. */
    private List<String> model(String fields) {
        return compile("import io.gino.model.*; @GinoModel(\"users\") class User { " + fields + " }")
                .succeeds()
                .attributes("User_.java");
    }

    private Compilation compile(String... sources) {
        return compiler().compile(sources);
    }

    private Compiler compiler() {
        return Compiler.in(directory);
    }
}
