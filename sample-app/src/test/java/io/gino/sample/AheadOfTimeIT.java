/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The application built ahead of time without a URL, as for a native image, and run on the JVM with one. */
@ExtendWith(PostgresExtension.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AheadOfTimeIT {

    private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");

    /** Without the tests, which an application that is shipped does not have. */
    private static final String CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    private Path output;

    @Test
    void isBuiltWithoutUrlAndRunsWithOne(TestDatabase database) throws Exception {
        generate();
        compile();
        Process application = java(
                classPath(output.resolve("classes"), output.resolve("resources")),
                "-Dspring.aot.enabled=true",
                SampleApplication.class.getName(),
                "--server.port=0",
                "--server.netty.max-keep-alive-requests=1",
                "--spring.gino.url=" + database.url());
        try (BufferedReader log = application.inputReader(UTF_8)) {
            List<String> lines = new ArrayList<>();
            WebTestClient web = WebTestClient.bindToServer()
                    .baseUrl("http://localhost:" + port(log, lines))
                    .build();
            assertThat(lines).anyMatch(line -> line.contains("Starting AOT-processed SampleApplication"));
            web.post()
                    .uri("/users")
                    .bodyValue(new NewUser("Ada", "ada@example.org", Optional.empty()))
                    .exchange()
                    .expectStatus()
                    .isCreated();
            web.get()
                    .uri("/users?with=addresses")
                    .exchange()
                    .expectBody()
                    .jsonPath("$[0].name")
                    .isEqualTo("Ada");
        } finally {
            application.destroy();
        }
    }

    private void generate() throws IOException, InterruptedException {
        Process processor = java(
                CLASS_PATH,
                SpringApplicationAotProcessor.class.getName(),
                SampleApplication.class.getName(),
                output.resolve("sources").toString(),
                output.resolve("resources").toString(),
                output.resolve("classes").toString(),
                "io.gino",
                "sample-app");
        String log = new String(processor.getInputStream().readAllBytes(), UTF_8);
        assertThat(processor.waitFor()).as(log).isZero();
    }

    private void compile() throws IOException {
        try (Stream<Path> files = Files.walk(output.resolve("sources"))) {
            Stream<String> options = Stream.of(
                    "-proc:none",
                    "-nowarn",
                    "-cp",
                    classPath(output.resolve("classes")),
                    "-d",
                    output.resolve("classes").toString());
            String[] arguments = Stream.concat(
                            options, files.map(Path::toString).filter(name -> name.endsWith(".java")))
                    .toArray(String[]::new);
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                    .isZero();
        }
    }

    private static String classPath(Path... first) {
        return Stream.concat(Arrays.stream(first).map(Path::toString), Stream.of(CLASS_PATH))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Process java(String classPath, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
        return builder.start();
    }

    /** What the server listens on, as the log tells. */
    private static int port(BufferedReader log, List<String> lines) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            lines.add(line);
            Matcher started = PORT.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new AssertionError("The application ended:\n" + String.join("\n", lines));
    }
}
