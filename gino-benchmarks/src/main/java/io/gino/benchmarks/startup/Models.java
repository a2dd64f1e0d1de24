/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/** Records that are models of GINO's and entities of Spring Data's, as many as a large application has. */
final class Models {

    static final int COUNT = 100;

    private static final String SOURCE = """
            import io.gino.model.*;
            import java.time.OffsetDateTime;
            import org.springframework.data.annotation.Id;
            import org.springframework.data.relational.core.mapping.Table;

            @GinoModel("things_%1$d")
            @Table("things_%1$d")
            public record Thing%1$d(
                    @Id @PrimaryKey Long id,
                    @Column(nullable = false) String name,
                    @Column(unique = true) String email,
                    int age,
                    long balance,
                    boolean active,
                    %2$s Long parentId,
                    OffsetDateTime createdAt) {}
            """;

    private Models() {}

    /** Compiles them into a directory. */
    static void compileInto(Path directory) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-d", directory.toString(), "-proc:none", "-parameters", "-cp", System.getProperty("java.class.path")));
        for (int i = 0; i < COUNT; i++) {
            String reference = i == 0 ? "" : "@ForeignKey(\"things_%d.id\")".formatted(i - 1);
            Path file = directory.resolve("Thing%d.java".formatted(i));
            Files.writeString(file, SOURCE.formatted(i, reference));
            arguments.add(file.toString());
        }
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, System.err, System.err, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("The models do not compile; javac has said why.");
        }
    }

    /** Their classes, not yet initialized; for a JVM whose class path has the directory. */
    static Class<?>[] load() {
        return IntStream.range(0, COUNT).mapToObj(Models::load).toArray(Class<?>[]::new);
    }

    private static Class<?> load(int number) {
        try {
            return Class.forName("Thing" + number, false, Models.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("There is no model " + number + " on the class path", e);
        }
    }
}
