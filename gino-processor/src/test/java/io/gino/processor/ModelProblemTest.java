/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelProblemTest {

    @TempDir
    Path directory;

    @Test
    void rejectsAnEnum() {
        assertThat(complaints("import io.gino.model.*;", "@GinoModel(\"colors\")", "enum Color { RED }"))
                .isEqualTo("Color.java:3: Color cannot be a model: it is an enum."
                        + " Annotate a class or a record @GinoModel instead.");
    }

    @Test
    void rejectsAnInterface() {
        assertThat(complaints("import io.gino.model.*;", "@GinoModel(\"colors\")", "interface Color {}"))
                .isEqualTo("Color.java:3: Color cannot be a model: it is an interface."
                        + " Annotate a class or a record @GinoModel instead.");
    }

    @Test
    void rejectsAnAnnotationEvenWithoutATable() {
        assertThat(complaints("import io.gino.model.*;", "@GinoModel", "@interface Color {}"))
                .isEqualTo("Color.java:3: Color cannot be a model: it is an annotation."
                        + " Annotate a class or a record @GinoModel instead.");
    }

    @Test
    void rejectsAPrivateModel() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "class Shop {",
                        "    @GinoModel(\"orders\") private static class Order { Long id; }",
                        "}"))
                .isEqualTo("Shop.java:3: Model Order cannot have a Shop_.Order_: Order is private."
                        + " Make Order package-private.");
    }

    @Test
    void rejectsAModelInsideAPrivateClass() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "class Shop {",
                        "    private static class Cart {",
                        "        @GinoModel(\"orders\") public record Order(Long id) {}",
                        "    }",
                        "}"))
                .isEqualTo("Shop.java:4: Model Order cannot have a Shop_.Cart_.Order_: Cart is private."
                        + " Make Cart package-private.");
    }

    @Test
    void rejectsAnInnerClass() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "class Shop {",
                        "    @GinoModel(\"orders\") class Order { Long id; }",
                        "}"))
                .isEqualTo("Shop.java:3: Model Order is an inner class, so no row can become one: it needs an instance"
                        + " of the class around it. Make it static.");
    }

    @Test
    void rejectsTypeParameters() {
        assertThat(complaints("import io.gino.model.*;", "@GinoModel(\"boxes\")", "class Box<T> { T content; }"))
                .isEqualTo("Box.java:3: Model Box has the type parameter T, so the types of its columns are unknown."
                        + " Name a type in its place, or annotate a subclass that does.");
    }

    @Test
    void rejectsTheNamesThatTheGeneratedClassUses() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"users\") class User {",
                        "    int MODEL;",
                        "    int TABLE;",
                        "    int Model;",
                        "    int Identifier;",
                        "    int User_;",
                        "    int alias;",
                        "}"))
                .isEqualTo("""
                        User.java:3: Attribute 'MODEL' of model User has a name that User_ uses itself. Rename it; @Column("…") gives the column any name.
                        User.java:4: Attribute 'TABLE' of model User has a name that User_ uses itself. Rename it; @Column("…") gives the column any name.
                        User.java:5: Attribute 'Model' of model User has a name that User_ uses itself. Rename it; @Column("…") gives the column any name.
                        User.java:6: Attribute 'Identifier' of model User has a name that User_ uses itself. Rename it; @Column("…") gives the column any name.
                        User.java:7: Attribute 'User_' of model User has a name that User_ uses itself. Rename it; @Column("…") gives the column any name.""");
    }

    /** Other languages of the JVM may use them as names. */
    @Test
    void rejectsAnInheritedNameThatIsAKeyword() throws Exception {
        Compilation library = compiler().compile("package lib; public class Base { public Long clasz; }");
        Path base = library.classes().resolve("lib/Base.class");
        String bytes = Files.readString(base, StandardCharsets.ISO_8859_1);
        Files.writeString(base, bytes.replace("clasz", "const"), StandardCharsets.ISO_8859_1);

        assertThat(compiler()
                        .withLibrary(library)
                        .compile("import io.gino.model.*; @GinoModel(\"users\")\nclass User extends lib.Base {}")
                        .complaints())
                .containsExactly("User.java:2: Attribute 'const' of model User, inherited from Base, has a name that is"
                        + " a keyword in Java. Rename it; @Column(\"…\") gives the column any name.");
    }

    @Test
    void rejectsAnnotationsThatDoNotFitTheirAttributes() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"users\") class User {",
                        "    @Version String version;",
                        "    @CreatedAt long created;",
                        "    @UpdatedAt java.util.List<String> updated;",
                        "    @Enumerated String mood;",
                        "    @Version java.time.Instant good; @CreatedAt java.time.Instant time; @Enumerated Mood fine;",
                        "    @Enumerated java.util.List<Mood> all;",
                        "    enum Mood { CALM }",
                        "}"))
                .isEqualTo("""
                        User.java:3: Attribute 'version' of model User is annotated @Version, and is a java.lang.String. Make it an int, a long or an Instant.
                        User.java:4: Attribute 'created' of model User is annotated @CreatedAt, and is a long. Make it an OffsetDateTime or another time.
                        User.java:5: Attribute 'updated' of model User is annotated @UpdatedAt, and is a java.util.List<java.lang.String>. Make it an OffsetDateTime or another time.
                        User.java:6: Attribute 'mood' of model User is annotated @Enumerated, and is a java.lang.String. Make it an enum or a list of one.""");
    }

    @Test
    void rejectsDeclaringMethodsThatCannotBeCalled() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"users\") class User {",
                        "    Long id;",
                        "    @DeclaredAttr String kind(Model<?> model) { return \"\"; }",
                        "    @DeclaredAttr static String sort() { return \"\"; }",
                        "    @DeclaredAttr static String good(Model<User> model) { return \"\"; }",
                        "}"))
                .isEqualTo("""
                        User.java:4: @DeclaredAttr of User.kind is on a method that is not static with one parameter, a Model. Declare it: static … kind(Model<?> model).
                        User.java:5: @DeclaredAttr of User.sort is on a method that is not static with one parameter, a Model. Declare it: static … sort(Model<?> model).""");
    }

    @Test
    void rejectsAValueObjectWithoutColumnsOrInsideItsNamesake() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"users\") class User {",
                        "    @Embedded Nothing nothing;",
                        "    @Embedded Home home;",
                        "    static class Nothing {}",
                        "    static class Home { String street; @Embedded Street home; }",
                        "    static class Street { String name; }",
                        "}"))
                .isEqualTo("""
                        User.java:3: Attribute 'nothing' of model User is annotated @Embedded, and User.Nothing has no attributes that could be columns. Leave the annotation out, or give the class fields.
                        User.java:2: Attribute 'home' of model User, in value object Home, is in a value object of the same name. Rename one of them.""");
    }

    @Test
    void rejectsAnAttributeOfAPrivateType() {
        assertThat(complaints(
                        "import io.gino.model.*;",
                        "@GinoModel(\"users\") class User {",
                        "    java.util.List<Mood> moods;",
                        "    private enum Mood { GOOD }",
                        "}"))
                .isEqualTo("User.java:3: Attribute 'moods' of model User has the type java.util.List<User.Mood>, which"
                        + " User_ cannot name: Mood is private. Make it package-private, or annotate the attribute"
                        + " @Transient.");
    }

    @Test
    void rejectsAnInheritedAttributeOfATypeThatStaysInItsPackage() {
        assertThat(String.join(
                        "\n",
                        compiler()
                                .compile(
                                        "package lib;\npublic class Base { protected Mood[] moods; }\nenum Mood { GOOD }",
                                        "import io.gino.model.*;\n@GinoModel(\"users\")\nclass User extends lib.Base {}")
                                .complaints()))
                .isEqualTo("User.java:3: Attribute 'moods' of model User, inherited from Base, has the type lib.Mood[],"
                        + " which User_ cannot name: Mood is not public. Make it public, or annotate the attribute"
                        + " @Transient.");
    }

    @Test
    void rejectsAModelWhoseGeneratedClassHasANameThatIsTaken() {
        assertThat(complaints(
                        "import io.gino.model.*;", "@GinoModel(\"users\") class User { Long id; }", "class User_ {}"))
                .isEqualTo("User.java:2: Cannot generate User_: there is another class of this name."
                        + " Rename that class or User.");
    }

    @Test
    void oneModelsProblemLeavesTheOthersTheirClasses() {
        Compilation compilation = compiler()
                .compile(
                        "import io.gino.model.*; @GinoModel(\"users\") class User { Long id; }",
                        "import io.gino.model.*; @GinoModel(\"colors\") enum Color { RED }",
                        """
                        import io.gino.model.*;
                        class Shop {
                            @GinoModel("orders") static class Order { Long id; }
                            @GinoModel("carts") private static class Cart { Long id; }
                        }
                        """);

        assertThat(compilation.generated()).containsExactly("Shop_.java", "User_.java");
        assertThat(compilation.source("Shop_.java")).contains("class Order_").doesNotContain("class Cart_");
    }

    /** What it lacks is for the compiler to say. */
    @Test
    void generatesNothingForAModelThatDoesNotCompile() {
        Compilation compilation = compiler()
                .compile(
                        "import io.gino.model.*;\n@GinoModel(\"users\")\nclass User {\n    java.util.List<Missing> all;\n}");

        assertThat(compilation.generated()).isEmpty();
        assertThat(compilation.complaints())
                .containsExactly("User.java:4: cannot find symbol\n  symbol:   class Missing\n  location: class User");
    }

    private Compiler compiler() {
        return Compiler.in(directory);
    }

    private String complaints(String... lines) {
        return String.join("\n", compiler().compile(String.join("\n", lines)).complaints());
    }
}
