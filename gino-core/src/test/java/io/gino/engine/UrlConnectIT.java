/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gino.error.ConnectionException;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactories;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@ExtendWith(PostgresExtension.class)
class UrlConnectIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final TestDatabase database;

    UrlConnectIT(TestDatabase database) {
        this.database = database;
    }

    private String url(String hosts, String options) {
        return "postgresql://" + encoded(database.username()) + ":" + encoded(database.password()) + "@" + hosts + "/"
                + database.name() + options;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String here() {
        return database.host() + ":" + database.port();
    }

    private static <T> T on(String url, Function<GinoEngine, Mono<T>> work) {
        return Mono.usingWhen(Mono.fromSupplier(() -> GinoEngine.create(url)), work, GinoEngine::close)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private static String shown(GinoEngine engine, String setting) {
        return engine.scalar(text("SHOW " + setting), String.class).block(TIMEOUT);
    }

    private static Mono<Integer> one(GinoEngine engine) {
        return engine.scalar(text("SELECT 1"), Integer.class);
    }

    @Test
    void theDriverCanBeToldOfSeveralHostsByItsOptions() {
        ConnectionUrl url = ConnectionUrl.parse(url("localhost:1," + here(), "?targetServerType=primary"));
        GinoEngine engine = GinoEngine.create(ConnectionFactories.get(url.driver()));
        assertThat(one(engine).block(TIMEOUT)).isEqualTo(1);
    }

    @Test
    void aPoolIsAsTheUrlWantsIt() {
        ConnectionUrl url = ConnectionUrl.parse(url(here(), "?maxSize=3&minIdle=1&maxAcquireTime=7s"));
        ConnectionPool pool = url.pool(ConnectionFactories.get(url.driver()));
        assertThat(pool.getMetrics()).hasValueSatisfying(metrics -> {
            assertThat(metrics.getMaxAllocatedSize()).isEqualTo(3);
            assertThat(metrics.allocatedSize()).isZero();
        });
        assertThat(one(GinoEngine.create(pool)).block(TIMEOUT)).isEqualTo(1);
        pool.disposeLater().block(TIMEOUT);
    }

    @Test
    void theSecondHostIsTakenWhereTheFirstDoesNotAnswer() {
        assertThat(on(url("localhost:1," + here(), ""), UrlConnectIT::one)).isEqualTo(1);
    }

    @Test
    void aPrimaryIsFoundAmongSeveralHosts() {
        assertThat(on(url("localhost:1," + here(), "?targetServerType=primary"), UrlConnectIT::one))
                .isEqualTo(1);
        assertThat(on(url(here(), "?target_session_attrs=read-write"), UrlConnectIT::one))
                .isEqualTo(1);
    }

    @Test
    void aSecondaryThatIsNotThereIsAnError() {
        GinoEngine engine = GinoEngine.create(url(here(), "?targetServerType=secondary"));
        StepVerifier.create(one(engine))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessageContaining("No server matches target type 'SECONDARY'"))
                .verify(TIMEOUT);
    }

    @Test
    void severalHostsOfWhichNoneAnswersAreNamed() {
        GinoEngine engine = GinoEngine.create("postgresql://me:XQsecret@localhost:1,localhost:2/app");
        StepVerifier.create(one(engine))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessageContaining("localhost:1")
                        .hasMessageContaining("localhost:2")
                        .hasMessageNotContaining("XQ"))
                .verify(TIMEOUT);
    }

    @Test
    void sslThatTheServerDoesNotSpeakIsAnErrorThatSaysSo() {
        String ssl = on(database.url(), engine -> engine.scalar(text("SHOW ssl"), String.class));
        assumeTrue(ssl.equals("off"), "Needs a server without SSL");
        GinoEngine engine = GinoEngine.create(url(here(), "?sslmode=require"));
        StepVerifier.create(one(engine))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessageStartingWith("Cannot get a connection to the database: ")
                        .hasMessageContaining("SSL"))
                .verify(TIMEOUT);
        assertThat(on(url(here(), "?sslmode=prefer"), UrlConnectIT::one)).isEqualTo(1);
    }

    @Test
    void optionsReachTheServer() {
        String url = url(
                here(),
                "?application_name=shop&options=-c%20work_mem=8MB&timeZone=Asia/Tokyo&statementTimeout=7s"
                        + "&lockWaitTimeout=3s&currentSchema=nowhere");
        GinoEngine engine = GinoEngine.create(url);
        assertThat(shown(engine, "application_name")).isEqualTo("shop");
        assertThat(shown(engine, "work_mem")).isEqualTo("8MB");
        assertThat(shown(engine, "timezone")).isEqualTo("Asia/Tokyo");
        assertThat(shown(engine, "statement_timeout")).isEqualTo("7s");
        assertThat(shown(engine, "lock_timeout")).isEqualTo("3s");
        assertThat(shown(engine, "search_path")).isEqualTo("nowhere");
        engine.close().block(TIMEOUT);
    }

    @Test
    void optionsReachThePool() {
        GinoEngine engine = GinoEngine.create(url(here(), "?maxSize=3"));
        assertThat(engine.toString()).contains("max=3");
        engine.close().block(TIMEOUT);
    }

    @Test
    void aUnixSocketConnects() {
        String directories =
                on(database.url(), engine -> engine.scalar(text("SHOW unix_socket_directories"), String.class));
        Optional<String> reachable = Arrays.stream(directories.split(","))
                .map(String::strip)
                .filter(directory -> directory.startsWith("/"))
                .filter(directory -> Files.exists(Path.of(directory, ".s.PGSQL." + database.port())))
                .findFirst();
        assumeTrue(reachable.isPresent(), "Needs a server with a unix socket on this machine");
        String socket = reachable.orElseThrow();
        String options = "?host=" + socket + "&port=" + database.port() + "&user=" + encoded(database.username())
                + "&password=" + encoded(database.password());
        assertThat(on("postgresql:///" + database.name() + options, UrlConnectIT::one))
                .isEqualTo(1);
        assertThat(on(url(encoded(socket) + ":" + database.port(), ""), UrlConnectIT::one))
                .isEqualTo(1);
    }
}
