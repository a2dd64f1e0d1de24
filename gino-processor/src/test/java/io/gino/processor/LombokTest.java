/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models whose methods and constructors Lombok writes, in the compilation that generates for them too. */
class LombokTest {

    private static final String USER = """
            package app;
            import io.gino.model.*;
            import lombok.*;
            @GinoModel("users") @Getter @Setter @NoArgsConstructor @AllArgsConstructor
            public class User {
                @PrimaryKey private Long id;
                private String email;
                private boolean active;
            }
            """;
    private static final String POINT = """
            package app;
            @io.gino.model.GinoModel("points") @lombok.Value @lombok.With
            public class Point {
                @io.gino.model.PrimaryKey long id;
                String label;
            }
            """;
    private static final String NOTE = """
            package app;
            import io.gino.model.*;
            import lombok.*;
            @GinoModel("notes") @Data @Builder @NoArgsConstructor @AllArgsConstructor
            class Note {
                @PrimaryKey private Long id;
                @Builder.Default private String text = "empty";
            }
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fieldsAreAttributesAndItsConstructorsMakeInstances(boolean lombokFirst) {
        Compilation compilation = compile(lombokFirst, USER, POINT, NOTE, """
                package app;
                import io.gino.model.Model;
                import java.util.*;
                class Use {
                    static Object main() {
                        User user = new User(1L, "jack@x.org", true);
                        User_.email.set(user, "daisy@x.org");
                        User loaded = Model.of(User.class).newInstance(Map.of("id", 2L, "email", "e"));
                        Point point = Model.of(Point.class).newInstance(Map.of("id", 3, "label", "a"));
                        Point moved = Model.of(Point.class).with(point, Map.of(Point_.label, "b"));
                        Note note = Model.of(Note.class).newInstance(Map.of("id", 4));
                        note.setText(Note_.text.get(note) + "!");
                        return List.of(
                                User_.id.get(user) + user.getEmail() + user.isActive(),
                                loaded.getId() + loaded.getEmail() + loaded.isActive(),
                                point + " " + moved.getLabel() + " " + moved.withLabel("c"),
                                note.toString(),
                                Note.builder().id(5L).build().getText());
                    }
                }
                """);

        assertThat(compilation.succeeds().generated())
                .containsExactly("app/Note_.java", "app/Point_.java", "app/User_.java");
        assertThat(compilation.attributes("app/User_.java"))
                .containsExactly("Long id", "String email", "Boolean active");
        assertThat(compilation.run("app.Use"))
                .isEqualTo(List.of(
                        "1daisy@x.orgtrue",
                        "2efalse",
                        "Point(id=3, label=a) b Point(id=3, label=c)",
                        "Note(id=4, text=empty!)",
                        "empty"));
    }

    private Compilation compile(boolean lombokFirst, String... sources) {
        Processor lombok = ServiceLoader.load(Processor.class).stream()
                .filter(found -> found.type().getName().startsWith("lombok."))
                .findFirst()
                .orElseThrow()
                .get();
        Compiler compiler = Compiler.in(directory);
        return (lombokFirst
                        ? compiler.withProcessors(lombok, new ModelProcessor())
                        : compiler.withProcessors(new ModelProcessor(), lombok))
                .compile(sources);
    }
}
