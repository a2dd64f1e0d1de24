/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.engine.GinoEngine;
import io.gino.engine.Status;
import io.gino.sql.Sql;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** On a factory without a pool, whose class is final. */
@ExtendWith(PostgresExtension.class)
class TestConnectionsIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TestConnections connections = new TestConnections();
    private final ConnectionFactory factory;
    private final GinoEngine engine;

    TestConnectionsIT(TestDatabase database) {
        this.factory = (ConnectionFactory) connections.postProcessAfterInitialization(
                new PostgresqlConnectionFactoryProvider()
                        .create(ConnectionFactoryOptions.parse("r2dbc:" + database.url())),
                "connectionFactory");
        this.engine = GinoEngine.create(factory);
    }

    @BeforeEach
    void create() {
        run("DROP TABLE IF EXISTS t");
        run("CREATE TABLE t (n int)");
    }

    private Status run(String sql) {
        return engine.status(Sql.text(sql)).block(LIMIT);
    }

    private long count() {
        return engine.scalar(Sql.text("SELECT count(*) FROM t").read(Types.BIGINT))
                .block(LIMIT);
    }

    @Test
    void beforeAndAfterTestsConnectionsAreTheirOwn() {
        run("INSERT INTO t VALUES (1)");
        connections.begin();
        run("INSERT INTO t VALUES (2)");
        engine.transaction(tx -> engine.status(Sql.text("INSERT INTO t VALUES (3)")))
                .block(LIMIT);
        assertThat(count()).isEqualTo(3);
        connections.rollback().block(LIMIT);
        assertThat(count()).isOne();
        run("INSERT INTO t VALUES (2)");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void tablesThatATestCreatesAreGone() {
        connections.begin();
        run("CREATE TABLE u (n int)");
        connections.rollback().block(LIMIT);
        assertThat(engine.scalar(Sql.text("SELECT to_regclass('u') IS NULL").read(Types.BOOLEAN))
                        .block(LIMIT))
                .isTrue();
    }

    @Test
    void aSecondTestAtTheSameTimeIsRefused() {
        connections.begin();
        assertThatThrownBy(connections::begin)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Another test is running in the same application");
        connections.rollback().block(LIMIT);
        connections.begin();
        connections.rollback().block(LIMIT);
    }

    @Test
    void workThatGoesOnAfterTheTestIsRolledBackAndRefused() {
        connections.begin();
        Connection left = Mono.from(factory.create()).cast(Connection.class).block(LIMIT);
        Mono.from(left.beginTransaction()).block(LIMIT);
        Mono.from(left.createStatement("INSERT INTO t VALUES (1)").execute())
                .flatMapMany(result -> result.getRowsUpdated())
                .blockLast(LIMIT);
        connections.rollback().block(LIMIT);
        assertThat(count()).isZero();
        assertThatThrownBy(() -> Mono.from(
                                left.createStatement("INSERT INTO t VALUES (2)").execute())
                        .block(LIMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The test in whose transaction this connection works has ended. Let the test wait for all that it starts.");
    }

    @Test
    void aStatementThatStillRunsAtTheEndIsCancelled() {
        connections.begin();
        engine.status(Sql.text("INSERT INTO t SELECT 1 FROM pg_sleep(60)"))
                .onErrorComplete()
                .subscribe();
        connections.rollback().block(LIMIT);
        assertThat(count()).isZero();
    }

    @Test
    void aTestWithoutDatabaseOpensNoConnection() {
        AtomicInteger opened = new AtomicInteger();
        TestConnections others = new TestConnections();
        others.postProcessAfterInitialization(new Counting(factory, opened), "counting");
        others.begin();
        others.rollback().block(LIMIT);
        assertThat(opened).hasValue(0);
    }

    @Test
    void everyConnectionIsInTheOneTransaction() {
        connections.begin();
        run("INSERT INTO t VALUES (1)");
        Connection guest = Mono.from(factory.create()).cast(Connection.class).block(LIMIT);
        assertThat(guest.isAutoCommit()).isTrue();
        Mono.from(guest.setAutoCommit(false)).block(LIMIT);
        assertThat(guest.isAutoCommit()).isFalse();
        assertThat(Mono.from(guest.validate(ValidationDepth.REMOTE)).block(LIMIT))
                .isTrue();
        Mono.from(guest.createSavepoint("mine")).block(LIMIT);
        Mono.from(guest.createBatch()
                        .add("INSERT INTO t VALUES (2)")
                        .add("INSERT INTO t VALUES (3)")
                        .execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .block(LIMIT);
        Mono.from(guest.rollbackTransactionToSavepoint("mine")).block(LIMIT);
        Mono.from(guest.setAutoCommit(true)).block(LIMIT);
        Mono.from(guest.close()).block(LIMIT);
        assertThat(count()).isOne();
        connections.rollback().block(LIMIT);
        assertThat(count()).isZero();
    }

    private record Counting(ConnectionFactory factory, AtomicInteger opened) implements ConnectionFactory {

        @Override
        public Publisher<? extends Connection> create() {
            opened.incrementAndGet();
            return factory.create();
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return factory.getMetadata();
        }
    }
}
