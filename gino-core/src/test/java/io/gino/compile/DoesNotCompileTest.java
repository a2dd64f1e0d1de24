/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the types of the language refuse before anything runs. */
class DoesNotCompileTest {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** Shared, because it reads the class path only once. */
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    private static final String PROGRAM = """
            import static io.gino.sql.Sql.*;
            import static io.gino.schema.Schema.*;
            import io.gino.schema.*;
            import io.gino.crud.UpdateRequest;
            import io.gino.model.ColumnAttribute;
            import io.gino.sql.*;
            import io.gino.type.Types;
            class Program {
                Column<Long> id = column("id", Types.BIGINT);
                Column<String> name = column("name", Types.TEXT);
                Table users = new MetaData().table("users", id, name);
                interface User {}
                interface Address {}
                ColumnAttribute<User, String> email;
                ColumnAttribute<Address, String> city;
                UpdateRequest<User> update;
                Object result = %s;
            }
            """;

    /** javac's first error, without package names; empty text when there is none. */
    private static String error(String expression) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavacTask task = (JavacTask)
                JAVAC.getTask(null, FILES, found, List.of("-proc:none"), null, List.of(program(expression)));
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic ->
                        diagnostic.getMessage(Locale.ENGLISH).replaceAll("(java\\.lang|io\\.gino\\.\\w+)\\.", ""))
                .findFirst()
                .orElse("");
    }

    private static JavaFileObject program(String expression) {
        return new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return PROGRAM.formatted(expression);
            }
        };
    }

    @Test
    void compilesWhatIsRight() {
        assertThat(error("select(id).from(users).where(id.eq(1L).and(name.eq(\"x\")))"))
                .isEmpty();
    }

    @Test
    void comparingWithAValueOfAnotherType() {
        assertThat(error("id.eq(\"x\")")).contains("no suitable method found for eq(String)");
    }

    @Test
    void comparingWithAColumnOfAnotherType() {
        assertThat(error("id.eq(name)")).contains("no suitable method found for eq(Column<String>)");
    }

    @Test
    void joiningSomethingThatIsNoCondition() {
        assertThat(error("name.and(id.eq(1L))")).contains("cannot find symbol").contains("method and(Condition)");
        assertThat(error("id.eq(1L).and(name)")).contains("Column<String> cannot be converted to Expression<Boolean>");
    }

    @Test
    void selectingNothing() {
        assertThat(error("select()"))
                .contains("method select in class Sql cannot be applied")
                .contains("no arguments");
    }

    @Test
    void filteringBySomethingThatIsNoCondition() {
        assertThat(error("select(id).from(users).where(name)"))
                .contains("Column<String> cannot be converted to Expression<Boolean>");
    }

    @Test
    void settingAValueOfAnotherType() {
        assertThat(error("users.update().set(id, \"x\")"))
                .contains("no suitable method found for set(Column<Long>,String)");
    }

    @Test
    void lookingForAValueAmongThoseOfAnotherColumn() {
        assertThat(error("id.in(select(name).from(users))"))
                .contains("no suitable method found for in(Select<String>)");
    }

    @Test
    void readingASelectedColumnAsAnotherType() {
        assertThat(error("new Object() { Select<Integer> ids = select(id).from(users); }"))
                .contains("cannot be converted to Select<Integer>");
    }

    @Test
    void settingAnAttributeOfAnotherModel() {
        assertThat(error("update.set(email, \"x\")")).isEmpty();
        assertThat(error("update.set(city, \"x\")"))
                .contains("no suitable method found for set(ColumnAttribute<Program.Address,String>,String)");
        assertThat(error("update.set(city, email)"))
                .contains(
                        "no suitable method found for set(ColumnAttribute<Program.Address,String>,ColumnAttribute<Program.User,String>)");
    }

    @Test
    void handingACopyToAVerbOfStatements() {
        assertThat(error("(Statement<?>) users.copyIn(id)")).contains("In cannot be converted to Statement<?>");
    }

    @Test
    void implementingAnExpressionElsewhere() {
        assertThat(error("new Expression<Long>() {}")).contains("must not extend sealed classes");
    }
}
