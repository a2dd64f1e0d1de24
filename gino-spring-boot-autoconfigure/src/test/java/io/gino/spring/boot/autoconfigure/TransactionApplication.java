/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.sql.Sql;
import io.gino.sql.Statement;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/** An application on a pool of two, so that a connection that is not given back is missed at once. */
final class TransactionApplication {

    static final int POOL = 2;
    static final Duration LIMIT = Duration.ofSeconds(10);

    static final Statement<Integer> BACKEND =
            Sql.text("SELECT pg_backend_pid()").read(Types.INTEGER);

    final ConfigurableApplicationContext context;
    final Gino db;
    final DatabaseClient client;
    final TransactionalOperator operator;

    private TransactionApplication(ConfigurableApplicationContext context) {
        this.context = context;
        this.db = context.getBean(Gino.class);
        this.client = context.getBean(DatabaseClient.class);
        this.operator = context.getBean(TransactionalOperator.class);
    }

    static TransactionApplication start(TestDatabase database, Class<?>... sources) {
        return new TransactionApplication(new SpringApplicationBuilder(sources)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.gino.url=" + database.url(),
                        "--spring.gino.create-all=true",
                        "--spring.application.name=transactions",
                        "--spring.r2dbc.pool.initial-size=0",
                        "--spring.r2dbc.pool.max-size=" + POOL,
                        "--spring.r2dbc.pool.max-acquire-time=5s"));
    }

    void empty() {
        db.status(db.delete(City.class).everyRow()).block(LIMIT);
    }

    /** No connection is lent, and no transaction is open on any of them. */
    void assertIdle() {
        PoolMetrics pool = context.getBean(ConnectionPool.class).getMetrics().orElseThrow();
        Awaitility.await("connections in use").until(pool::acquiredSize, acquired -> acquired == 0);
        Awaitility.await("open transactions").until(this::openTransactions, List::isEmpty);
    }

    private List<String> openTransactions() {
        return db.all(Sql.text("SELECT state || ': ' || query FROM pg_stat_activity WHERE application_name ="
                                + " 'transactions' AND pid <> pg_backend_pid() AND state <> 'idle'")
                        .read(Types.TEXT))
                .collectList()
                .block(LIMIT);
    }

    void assertStored(String... names) {
        List<String> stored =
                db.query(City.class).all().map(City::name).sort().collectList().block(LIMIT);
        assertThat(stored).containsExactly(names);
    }

    TransactionalOperator operator(int propagation) {
        return operator(new DefaultTransactionDefinition(propagation));
    }

    TransactionalOperator operator(DefaultTransactionDefinition definition) {
        return TransactionalOperator.create(context.getBean(ReactiveTransactionManager.class), definition);
    }

    Mono<City> create(String name) {
        return db.create(new City(name));
    }

    /** By Spring's own client. */
    Mono<Long> insert(String name) {
        return client.sql("INSERT INTO cities (name) VALUES (:name)")
                .bind("name", name)
                .fetch()
                .rowsUpdated();
    }

    Mono<Integer> clientsBackend() {
        return client.sql("SELECT pg_backend_pid()")
                .map(row -> row.get(0, Integer.class))
                .one();
    }
}
