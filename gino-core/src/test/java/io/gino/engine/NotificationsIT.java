/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import io.gino.Gino;
import io.gino.error.ConnectionException;
import io.gino.error.SchemaException;
import io.gino.error.StatementException;
import io.gino.error.UninitializedException;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** LISTEN and NOTIFY, over a pool of one connection. */
@ExtendWith(PostgresExtension.class)
class NotificationsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String LISTENING = "FROM pg_stat_activity WHERE datname = current_database()"
            + " AND query LIKE 'LISTEN %' AND pid <> pg_backend_pid()";

    private final TestDatabase database;
    private final GinoEngine engine;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    NotificationsIT(TestDatabase database) {
        this.database = database;
        engine = GinoEngine.create(database.url() + (database.url().contains("?") ? "&" : "?") + "maxSize=1");
    }

    @AfterEach
    void close() {
        engine.close().block(TIMEOUT);
    }

    private Disposable listen(GinoEngine on, String... channels) {
        return on.listen(List.of(channels), () -> events.add("listening"))
                .subscribe(
                        received -> events.add(received.channel() + ": " + received.payload()),
                        failure -> events.add(failure.toString()),
                        () -> events.add("complete"));
    }

    private String next() throws InterruptedException {
        return String.valueOf(events.poll(30, TimeUnit.SECONDS));
    }

    private void send(String channel, String payload) {
        engine.notify(channel, payload).block(TIMEOUT);
    }

    private Long listeners() {
        return engine.scalar(text("SELECT count(*) " + LISTENING), Long.class).block(TIMEOUT);
    }

    private void kill() {
        engine.status(text("SELECT pg_terminate_backend(pid) " + LISTENING)).block(TIMEOUT);
    }

    @Test
    void receivesWhatIsSent() throws InterruptedException {
        Disposable listening = listen(engine, "news");
        assertThat(next()).isEqualTo("listening");
        send("news", "one");
        send("other", "two");
        send("news", "");
        assertThat(next()).isEqualTo("news: one");
        assertThat(next()).isEqualTo("news: ");
        listening.dispose();
    }

    @Test
    void saysWhoHasSent() {
        Integer pid =
                engine.scalar(text("SELECT pg_backend_pid()"), Integer.class).block(TIMEOUT);
        assertThat(engine.listen(
                                List.of("news"),
                                () -> engine.notify("news", "x").subscribe())
                        .blockFirst(TIMEOUT))
                .isEqualTo(new Notification("news", "x", pid));
    }

    @Test
    void listensOnManyChannelsOfOddNames() throws InterruptedException {
        String odd = "Odd \"name; é' .*";
        Disposable listening = listen(engine, "a", "select", odd, "a");
        assertThat(next()).isEqualTo("listening");
        for (String channel : List.of("a", "select", odd)) {
            send(channel, "x");
            assertThat(next()).isEqualTo(channel + ": x");
        }
        listening.dispose();
    }

    @Test
    void takesNoConnectionOfThePool() throws InterruptedException {
        Disposable first = listen(engine, "a");
        Disposable second = listen(engine, "b");
        assertThat(List.of(next(), next())).containsExactly("listening", "listening");
        assertThat(listeners()).isEqualTo(2);
        assertThat(engine.toString()).contains("current=1").contains("in use=0");
        first.dispose();
        second.dispose();
    }

    @Test
    void aServerThatStopsAnsweringIsNoticedAndConnectedToAnew() throws InterruptedException {
        FaultyProxy proxy = new FaultyProxy(database.host(), database.port());
        ConnectionFactory factory = ConnectionFactories.get("r2dbc:postgresql://" + database.username() + ":"
                + database.password() + "@localhost:" + proxy.port() + "/" + database.name());
        Listener listener = new Listener(
                new UnpooledConnections(factory),
                List.of("news"),
                () -> events.add("listening"),
                Duration.ofMillis(600));
        AppenderBase<ILoggingEvent> warnings = warnings();
        Disposable listening = listener.notifications().subscribe(received -> events.add(received.payload()));
        assertThat(next()).isEqualTo("listening");
        proxy.beSilent();
        assertThat(next())
                .isEqualTo("Lost the connection that listens on [news]; connecting anew. The server does not answer any"
                        + " more.");
        proxy.pass();
        assertThat(next()).isEqualTo("listening");
        send("news", "after all");
        assertThat(next()).isEqualTo("after all");
        listening.dispose();
        ((Logger) LoggerFactory.getLogger(Listener.class)).detachAppender(warnings);
        proxy.close();
    }

    /** What a listener warns of, as events. */
    private AppenderBase<ILoggingEvent> warnings() {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel() == Level.WARN) {
                    events.add(event.getFormattedMessage());
                }
            }
        };
        appender.start();
        ((Logger) LoggerFactory.getLogger(Listener.class)).addAppender(appender);
        return appender;
    }

    @Test
    void aConnectionThatIsKilledIsReplaced() throws InterruptedException {
        Logger logger = (Logger) LoggerFactory.getLogger(Listener.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        Disposable listening = listen(engine, "news", "Other");
        assertThat(next()).isEqualTo("listening");
        for (int i = 0; i < 3; i++) {
            kill();
            assertThat(next()).isEqualTo("listening");
            send("Other", "after " + i);
            assertThat(next()).isEqualTo("Other: after " + i);
        }
        assertThat(listeners()).isEqualTo(1);
        listening.dispose();
        logger.detachAppender(log);
        assertThat(log.list)
                .extracting(event ->
                        event.getLevel() + " " + event.getFormattedMessage().replaceAll("anew\\..*", "anew."))
                .containsExactly(
                        "WARN Lost the connection that listens on [news, Other]; connecting anew.",
                        "INFO Listening on [news, Other] again.",
                        "WARN Lost the connection that listens on [news, Other]; connecting anew.",
                        "INFO Listening on [news, Other] again.",
                        "WARN Lost the connection that listens on [news, Other]; connecting anew.",
                        "INFO Listening on [news, Other] again.");
    }

    @Test
    void cancellingClosesTheConnection() throws InterruptedException {
        Disposable listening = listen(engine, "news");
        assertThat(next()).isEqualTo("listening");
        assertThat(listeners()).isEqualTo(1);
        listening.dispose();
        Mono.defer(() -> engine.scalar(text("SELECT count(*) " + LISTENING), Long.class))
                .filter(count -> count == 0)
                .repeatWhenEmpty(empty -> empty.delayElements(Duration.ofMillis(20)))
                .block(TIMEOUT);
    }

    @Test
    void closingTheEngineEndsTheListening() throws InterruptedException {
        GinoEngine other = GinoEngine.create(database.url());
        listen(other, "news");
        assertThat(next()).isEqualTo("listening");
        other.close().block(TIMEOUT);
        assertThat(next()).isEqualTo("complete");
    }

    @Test
    void aConnectionOfSomeonesPoolGoesBackWithoutListening() throws InterruptedException {
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(Urls.factory(database.url()))
                .initialSize(0)
                .maxSize(1)
                .build());
        GinoEngine pooled = GinoEngine.create(pool);
        Disposable listening = listen(pooled, "news");
        assertThat(next()).isEqualTo("listening");
        listening.dispose();
        assertThat(pooled.scalar(text("SELECT count(*) FROM pg_listening_channels()"), Long.class)
                        .block(TIMEOUT))
                .isZero();
        pool.dispose();
    }

    @Test
    void whatIsSentInATransactionComesWhenItCommits() throws InterruptedException {
        Disposable listening = listen(engine, "news");
        assertThat(next()).isEqualTo("listening");
        engine.transaction(transaction -> engine.notify("news", "never").then(Mono.error(new IllegalStateException())))
                .onErrorComplete()
                .block(TIMEOUT);
        engine.transaction(transaction -> engine.notify("news", "committed")
                        .then(Mono.delay(Duration.ofMillis(200)))
                        .doOnNext(tick -> events.add("before the commit")))
                .block(TIMEOUT);
        assertThat(next()).isEqualTo("before the commit");
        assertThat(next()).isEqualTo("news: committed");
        listening.dispose();
    }

    @Test
    void aSlowReceiverMissesNothing() {
        Runnable send =
                () -> engine.status(text("SELECT pg_notify('news', n::text) FROM generate_series(1, 2000) AS n"))
                        .subscribe();
        StepVerifier.create(engine.listen(List.of("news"), send).map(Notification::payload), 0)
                .thenAwait(Duration.ofMillis(500))
                .thenRequest(1)
                .expectNext("1")
                .thenAwait(Duration.ofMillis(500))
                .thenRequest(1999)
                .expectNextCount(1998)
                .expectNext("2000")
                .thenCancel()
                .verify(TIMEOUT);
    }

    @Test
    void ginoListensAndNotifiesThroughItsEngine() {
        Gino db = new Gino().bind(engine);
        assertThat(db.listen(List.of("news"), () -> db.notify("news", "x").subscribe())
                        .map(Notification::payload)
                        .blockFirst(TIMEOUT))
                .isEqualTo("x");
        assertThatThrownBy(() -> new Gino().listen("news").blockFirst(TIMEOUT))
                .isInstanceOf(UninitializedException.class);
    }

    @Test
    void aPayloadThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> send("news", "é".repeat(4000)))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "A notification carries at most 7999 bytes; the payload for channel 'news' has 8000. Store it"
                                + " in a table, and send its key.");
        send("news", "x".repeat(7999));
    }

    @Test
    void namesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> send("", "x"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("A name in SQL cannot be empty.");
        assertThatThrownBy(() -> engine.listen("x".repeat(64)).blockFirst(TIMEOUT))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("has 64 bytes; PostgreSQL keeps 63.");
        assertThatThrownBy(() -> engine.listen().blockFirst(TIMEOUT))
                .isInstanceOf(StatementException.class)
                .hasMessage("There is no channel to listen on. Name at least one.");
    }

    @Test
    void aServerThatWasNeverThereIsAnError() {
        GinoEngine nowhere = GinoEngine.create("postgresql://me:secret@localhost:1/app");
        assertThatThrownBy(() -> nowhere.listen("news").blockFirst(TIMEOUT))
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith("Cannot get a connection to the database: ");
    }

    @Test
    void anErrorOfTheHookEndsTheListening() {
        IllegalStateException own = new IllegalStateException("mine");
        assertThatThrownBy(() -> engine.listen(List.of("news"), () -> {
                            throw own;
                        })
                        .blockFirst(TIMEOUT))
                .isSameAs(own);
    }
}
