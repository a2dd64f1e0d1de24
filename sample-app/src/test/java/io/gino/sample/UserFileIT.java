/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_NDJSON;

import io.gino.engine.Status;
import io.gino.sql.Sql;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.Commit;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Counts connections, of which a test that is undone has one: so nothing is undone, and all is deleted. */
@Commit
class UserFileIT extends HttpIT {

    @Autowired
    ConnectionPool pool;

    @AfterEach
    void delete() {
        deleteUsers();
    }

    @Test
    void storesEveryLine() {
        importFile("""
                {"name": "Ada", "email": "ada@example.org", "balance": 5}
                {"name": "Bob", "email": "bob@example.org"}
                """).expectStatus().isOk().expectBody().json("""
                {"stored": 2}""");
        assertThat(db.query(User.class).count().block()).isEqualTo(2);
    }

    @Test
    void theLastLineNeedsNoEnd() {
        importFile(user("Ada")).expectBody().json("""
                {"stored": 1}""");
    }

    @Test
    void blankLinesAreLeftOutAndLinesMayEndAsOnWindows() {
        importFile("\uFEFF" + user("Ada") + "\r\n\r\n  \t\n\n" + user("Bob") + "\r\n")
                .expectBody()
                .json("""
                {"stored": 2}""");
    }

    @Test
    void anEmptyFileStoresNothing() {
        web.post()
                .uri("/users/import")
                .contentType(APPLICATION_NDJSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"stored": 0}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            oops                                              | This is not valid JSON.
            {"name": "A", "email":                            | This is not valid JSON.
            {"name": "A", "email": "a@example.org"} {}        | This is not one JSON object.
            null                                              | This is not one JSON object.
            [1]                                               | This is not one JSON object.
            {"name": "A", "email": "a@example.org", "x": 1}   | There is no field 'x'; the fields are balance, email, name.
            {"name": "", "email": "a@example.org"}            | The field 'name' must have 1 to 100 characters.
            {"name": "A"}                                     | The field 'email' must be given.
            {"name": "A", "email": "a@example.org", "balance": -1} | The field 'balance' must not be negative.
            """)
    void aBadLineIsNamedAndNothingIsStored(String line, String detail) {
        String before =
                IntStream.range(0, 1200).mapToObj(i -> user("u" + i)).collect(Collectors.joining("\n", "", "\n\n"));
        assertProblem(importFile(before + line + "\n" + user("Zoe")), BAD_REQUEST, "Line 1202: " + detail);
        assertThat(db.query(User.class).count().block()).isZero();
    }

    @Test
    void aLineThatIsNotUtf8IsNamed() {
        byte[] file = (user("Ada") + "\n" + user("Zoë")).getBytes(StandardCharsets.ISO_8859_1);
        ResponseSpec response = web.post()
                .uri("/users/import")
                .contentType(APPLICATION_NDJSON)
                .bodyValue(file)
                .exchange();
        assertProblem(response, BAD_REQUEST, "Line 2: This is not valid JSON.");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
        String file = user("Ada") + "\n{\"name\": \"" + "x".repeat(1_000_000);
        assertProblem(importFile(file), BAD_REQUEST, "Line 2: It is longer than 10000 bytes.");
    }

    @Test
    void anEmailThatTheDatabaseHasIsNamedByItsLine() {
        stored("Ada", "u700@example.org", "0");
        String file = IntStream.range(0, 1000).mapToObj(i -> user("u" + i)).collect(Collectors.joining("\n"));
        assertProblem(importFile(file), CONFLICT, "Line 701: Another user already has this email.");
        assertThat(db.query(User.class).count().block()).isOne();
    }

    @Test
    void anEmailThatTheFileHasTwiceIsNamedByItsSecondLine() {
        String file =
                IntStream.range(0, 1000).mapToObj(i -> user("u" + i % 990)).collect(Collectors.joining("\n"));
        assertProblem(importFile(file), CONFLICT, "Line 991: Another user already has this email.");
        assertThat(db.query(User.class).count().block()).isZero();
    }

    @Test
    void onlyLinesOfJsonAreTaken() {
        assertProblem(
                post("/users/import", "[]"), UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be application/x-ndjson.");
    }

    @Test
    void aClientThatGoesAwayStoresNothing() throws IOException {
        try (Socket client = new Socket("localhost", port)) {
            String head =
                    "POST /users/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 10000000\r\n\r\n";
            String lines = IntStream.range(0, 5000).mapToObj(i -> user("u" + i)).collect(Collectors.joining("\n"));
            client.getOutputStream().write((head + lines).getBytes(StandardCharsets.UTF_8));
            await().until(() -> connectionsInUse() == 1);
        }
        await().until(() -> connectionsInUse() == 0);
        assertThat(db.query(User.class).count().block()).isZero();
    }

    @Test
    void exportsALineForEachUserById() {
        long ada = stored("Ada", "ada@example.org", "1");
        long bob = stored("Bob", "bob@example.org", "2");
        String file = get("/users/export")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(APPLICATION_NDJSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(file).isEqualTo("""
                {"id":%d,"name":"Ada","email":"ada@example.org","balance":1.00}
                {"id":%d,"name":"Bob","email":"bob@example.org","balance":2.00}
                """.formatted(ada, bob));
    }

    @Test
    void anExportIsLinesWhateverIsAskedFor() {
        web.get()
                .uri("/users/export")
                .accept(APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(APPLICATION_NDJSON);
    }

    @Test
    void exportsNothingWhenThereIsNobody() {
        get("/users/export").expectStatus().isOk().expectBody().isEmpty();
    }

    /** As long as the reader does not read on, the database is not read to its end: so the rows are not in memory. */
    @Test
    void anExportWaitsForASlowReader() throws IOException {
        int users = 100_000;
        Status inserted = db.status(Sql.text("INSERT INTO users (name, email, balance)"
                                + " SELECT repeat('x', 100), n || '@example.org', 0 FROM generate_series(1, :users) n")
                        .bind("users", users))
                .block();
        assertThat(inserted).extracting(Status::affected).isEqualTo(100_000L);

        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(4096);
            client.connect(new InetSocketAddress("localhost", port));
            client.getOutputStream().write("GET /users/export HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            InputStream export = client.getInputStream();
            assertThat(export.read()).isEqualTo('H');
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(3)).until(() -> connectionsInUse() == 1);

            assertThat(lines(export)).isGreaterThan(users);
        }
        await().until(() -> connectionsInUse() == 0);
    }

    private static long lines(InputStream input) throws IOException {
        long lines = 0;
        byte[] piece = new byte[65536];
        for (int length = input.read(piece); length >= 0; length = input.read(piece)) {
            for (int i = 0; i < length; i++) {
                lines += piece[i] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    private int connectionsInUse() {
        return pool.getMetrics().orElseThrow().acquiredSize();
    }

    private ResponseSpec importFile(String lines) {
        return web.post()
                .uri("/users/import")
                .contentType(APPLICATION_NDJSON)
                .bodyValue(lines)
                .exchange();
    }

    private static String user(String name) {
        return """
                {"name": "%s", "email": "%s@example.org"}""".formatted(name, name);
    }
}
