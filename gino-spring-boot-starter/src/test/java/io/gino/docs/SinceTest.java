/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users may call says from which version on. */
class SinceTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of("gino-core", "gino-processor", "gino-spring-boot-autoconfigure", "gino-spring-boot-test");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public ((abstract|final|sealed|non-sealed) )*(class|interface|enum|record|@interface) ");

    @Test
    void everyPublicTypeSaysSinceWhen() throws IOException {
        for (String module : MODULES) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                assertThat(sources.filter(SinceTest::isPublicType))
                        .isNotEmpty()
                        .allSatisfy(source -> assertThat(source).content().contains(" * @since "));
            }
        }
    }

    private static boolean isPublicType(Path source) {
        return source.toString().endsWith(".java")
                && PUBLIC_TYPE.matcher(read(source)).find();
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
