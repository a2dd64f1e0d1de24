/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three million rows of 200 characters, read by a program that has 32 MB of memory for everything. */
@ExtendWith(PostgresExtension.class)
class HugeResultIT {

    private final TestDatabase database;

    HugeResultIT(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "iterate"})
    void isReadInBoundedMemory(String verb) throws IOException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:MaxDirectMemorySize=16m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        database.url(),
                        verb)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(program.getInputStream().readAllBytes(), UTF_8))
                .endsWith("rows: 3000000, failure: null\n");
    }
}
