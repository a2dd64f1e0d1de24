package io.gino.sample;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import io.gino.Gino;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The application on a random port and a real PostgreSQL, both the same for all tests; each test finds it empty. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT60S")
abstract class HttpIT {

    private static final TestDatabase DATABASE = TestPostgres.createDatabase();

    /** The root of all tests closes what its store holds. */
    @RegisterExtension
    static final BeforeAllCallback DROP_DATABASE = context -> context.getRoot()
            .getStore(Namespace.create(HttpIT.class))
            .computeIfAbsent(TestDatabase.class, key -> DATABASE);

    @Autowired
    WebTestClient web;

    @Autowired
    Gino db;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void useDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.gino.url", DATABASE::url);
    }

    @BeforeEach
    void empty() {
        db.delete(User.class).everyRow().as(db::status).block();
    }

    /** The id of a new user. */
    long stored(String name, String email, String balance) {
        User user = db.create(new User(name, email, new BigDecimal(balance))).block();
        return Objects.requireNonNull(Objects.requireNonNull(user).getId());
    }

    ResponseSpec get(String uri, Object... variables) {
        return web.get().uri(uri, variables).exchange();
    }

    ResponseSpec send(HttpMethod method, String uri, String json) {
        return web.method(method)
                .uri(uri)
                .contentType(APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    ResponseSpec post(String uri, String json) {
        return send(HttpMethod.POST, uri, json);
    }

    static void assertProblem(ResponseSpec response, HttpStatus status, String detail) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status.value())
                .jsonPath("$.detail")
                .isEqualTo(detail);
    }
}
