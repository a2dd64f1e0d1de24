/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.model.ModelAlias;
import io.gino.sql.ColumnClause;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What generated classes do at run time, beside the library's reflection. */
class GeneratedModelTest {

    private static final String USER = """
            package app;
            import io.gino.model.*;
            @GinoModel("users")
            public class User {
                @PrimaryKey private Long id;
                @Column("mail") private String email = "noname@example.com";
                private int age;
            }
            """;

    private static final String KEYED = """
            package app;
            import io.gino.model.*;
            import java.util.*;
            class Keyed<K> {
                @PrimaryKey private K id;
                List<K> related;
                @Column(type = "jsonb") Map<String, K> named;
            }
            """;
    private static final String AUDITED = """
            package app;
            import io.gino.model.*;
            class Audited<K extends Comparable<K>> extends Keyed<K> {
                static int count;
                transient int cached;
                @Transient Object extra;
                java.time.Instant createdAt;
            }
            """;
    private static final String NOTE = """
            package app;
            import io.gino.model.*;
            import java.util.*;
            @GinoModel("notes")
            class Note extends Audited<UUID> {
                Mood mood;
                boolean done;
                short priority;
                double weight;
                byte[] picture;
                @Column(type = "jsonb") int[] numbers;
                @Column(type = "jsonb") Optional<List<? extends Number>> maybe;
                List<Mood> moods;
            }
            """;

    @TempDir
    Path directory;

    @Test
    void aConstantIsTheModelsOwnColumn() throws Exception {
        Compilation compilation = compile(USER);
        Class<?> companion = compilation.load("app.User_");
        Model<?> model = Model.of(companion.getClassLoader().loadClass("app.User"));

        assertThat(companion.getField("email").get(null)).isSameAs(model.column("email"));
        assertThat(companion.getField("MODEL").get(null)).isSameAs(model);
        assertThat(companion.getField("TABLE").get(null)).isSameAs(model.table());
    }

    @Test
    void readsAndWritesTheAttributeOfAnInstance() {
        assertThat(compile(USER, """
                        package app;
                        class Use {
                            static Object main() {
                                User user = new User();
                                User_.age.set(user, 18);
                                String email = User_.email.get(user);
                                int age = User_.age.get(user);
                                return email + " " + age;
                            }
                        }
                        """).run("app.Use")).isEqualTo("noname@example.com 18");
    }

    @Test
    void readsTheComponentOfARecord() {
        assertThat(compile(
                                "package app; @io.gino.model.GinoModel(\"cards\") record Card(long id, String owner) {}",
                                """
                        package app;
                        class Use {
                            static Object main() {
                                Card card = new Card(7, "jack");
                                long id = Card_.id.get(card);
                                String owner = Card_.owner.get(card);
                                return owner + " " + id;
                            }
                        }
                        """)
                        .run("app.Use"))
                .isEqualTo("jack 7");
    }

    @Test
    void anAliasHasTypedColumnsOfItsOwn() {
        Object[] found = (Object[]) compile(USER, """
                        package app;
                        import io.gino.sql.*;
                        class Use {
                            static Object main() {
                                User_.Alias manager = User_.alias("m");
                                ColumnClause<String> email = manager.email;
                                Select<String> older = Sql.select(email).from(manager.crossJoin(User_.TABLE)).where(manager.age.gt(User_.age));
                                return new Object[] {manager, email, older};
                            }
                        }
                        """).run("app.Use");

        ModelAlias<?> manager = (ModelAlias<?>) found[0];
        assertThat(((ColumnClause<?>) found[1]).source()).isSameAs(manager);
        assertThat(found[1]).isSameAs(manager.column("mail")).hasToString("m.mail");
        assertThat(found[2]).hasToString("SELECT m.mail FROM users AS m CROSS JOIN users WHERE m.age > users.age");
    }

    @Test
    void aColumnIsOfItsAttributesType() {
        assertThat(compile(USER, """
                        package app;
                        class Use {
                            Object wrong = User_.alias("m").age.eq("x");
                            io.gino.sql.Condition email = User_.email.gt(18);
                        }
                        """).complaints())
                .hasSize(2)
                .allMatch(complaint -> complaint.matches("(?s)Use.java:[34]: .*"));
    }

    /** The processor and the library each read the class in their own way, and must find the same. */
    @Test
    void attributesAndTheirTypesAreThoseThatTheLibraryFinds() throws Exception {
        Class<?> companion = compile(KEYED, AUDITED, "package app; enum Mood { GOOD, BAD }", NOTE)
                .load("app.Note_");
        Model<?> model = (Model<?>) field(companion.getField("MODEL"));

        List<Field> constants = Arrays.stream(companion.getFields())
                .filter(field -> field.getType() == ColumnAttribute.class)
                .toList();
        assertThat(constants)
                .extracting(Field::getName)
                .containsExactlyElementsOf(
                        model.columns().stream().map(ColumnAttribute::attribute).toList())
                .containsExactly(
                        "id",
                        "related",
                        "named",
                        "createdAt",
                        "mood",
                        "done",
                        "priority",
                        "weight",
                        "picture",
                        "numbers",
                        "maybe",
                        "moods");
        assertThat(constants)
                .allSatisfy(constant -> assertThat(
                                raw(((ParameterizedType) constant.getGenericType()).getActualTypeArguments()[1]))
                        .isEqualTo(
                                ((ColumnAttribute<?, ?>) field(constant)).type().javaType()));
    }

    @Test
    void annotatedGettersAreAttributesAsTheLibraryFindsThem() throws Exception {
        Compilation compilation = compile("""
                        package app;
                        import io.gino.model.*;
                        abstract class Named<T> {
                            @Transient protected T given;
                            @Column T getName() { return given; }
                            void setName(T name) { given = name; }
                        }
                        """, """
                        package app;
                        import io.gino.model.*;
                        import java.util.List;
                        @GinoModel("users")
                        class User extends Named<String> {
                            private Long id;
                            private boolean open;
                            private String secret;
                            @PrimaryKey public Long getId() { return id; }
                            @Check("open") boolean isOpen() { return open; }
                            @Transient String getSecret() { return secret; }
                            @Column List<String> tags() { return List.of(); }
                            void tags(List<String> all) {}
                            String getPlain() { return ""; }
                        }
                        """);
        Class<?> companion = compilation.load("app.User_");
        Model<?> model = (Model<?>) field(companion.getField("MODEL"));

        assertThat(compilation.attributes("app/User_.java"))
                .containsExactlyInAnyOrder("String name", "Long id", "Boolean open", "List<String> tags");
        assertThat(model.columns())
                .extracting(ColumnAttribute::attribute)
                .containsExactlyInAnyOrder("name", "id", "open", "tags");
    }

    private static Object field(Field constant) throws IllegalAccessException {
        constant.setAccessible(true);
        return constant.get(null);
    }

    private static Type raw(Type type) {
        return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    }

    private Compilation compile(String... sources) {
        return Compiler.in(directory).compile(sources);
    }
}
