/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.TransactionOptions.serializable;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.error.ConnectionException;
import io.gino.error.ConnectionLost;
import io.gino.error.Deadlock;
import io.gino.error.SerializationFailure;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sixteen clients move money at random, while some give up half-way and backends are killed: no money appears or is
 * lost, and what was acknowledged has happened. A minute long; {@code -Dgino.bank.seconds} says otherwise.
 */
@ExtendWith(PostgresExtension.class)
class BankIT {

    private static final Logger LOG = LoggerFactory.getLogger(BankIT.class);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("gino.bank.seconds", 60));
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CLIENTS = 16;
    private static final int ACCOUNTS = 20;

    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong cancelled = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong killed = new AtomicLong();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

    private final GinoEngine engine;
    private final GinoEngine outside;

    BankIT(TestDatabase database) {
        engine = GinoEngine.builder(database.url() + "?application_name=bank")
                .poolSize(0, 8)
                .build();
        outside = GinoEngine.create(database.url());
    }

    @Test
    void noMoneyAppearsOrIsLost() {
        open();
        Flux<Void> clients = Flux.range(0, CLIENTS).flatMap(n -> client(), CLIENTS);
        clients.mergeWith(killer()).blockLast(TIME.plus(LIMIT));
        Idle.await(engine);
        LOG.info(
                "Bank of {} s: {} transfers begun, {} acknowledged, {} cancelled, {} refused after retries, {} lost with"
                        + " their connection, {} backends killed",
                TIME.toSeconds(),
                numbers,
                acknowledged.size(),
                cancelled,
                refused,
                lost,
                killed);
        assertThat(outside.scalar(text("SELECT sum(balance) FROM accounts"), Long.class)
                        .block(LIMIT))
                .isEqualTo(ACCOUNTS * 1000L);
        Set<Long> stored =
                Set.copyOf(outside.all(text("SELECT n FROM transfers").read(Types.BIGINT))
                        .collectList()
                        .block(LIMIT));
        assertThat(stored).containsAll(acknowledged);
        assertThat(acknowledged).hasSizeGreaterThan(100);
        assertThat(killed.get()).isPositive();
        Idle.closed(engine);
        Idle.closed(outside);
    }

    private void open() {
        outside.status(text("CREATE TABLE accounts (id int PRIMARY KEY, balance bigint NOT NULL)"))
                .then(outside.status(text("CREATE TABLE transfers (n bigint PRIMARY KEY)")))
                .then(outside.status(text("INSERT INTO accounts SELECT g, 1000 FROM generate_series(1, :n) AS g")
                        .bind("n", ACCOUNTS)))
                .block(LIMIT);
    }

    private Flux<Void> client() {
        long end = System.nanoTime() + TIME.toNanos();
        return Mono.defer(this::attempt).repeat(() -> System.nanoTime() < end);
    }

    /** One transfer, which in one of eight cases is given up after a short while. */
    private Mono<Void> attempt() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long number = numbers.incrementAndGet();
        Mono<Boolean> transfer = transfer(number, 1 + random.nextInt(ACCOUNTS), 1 + random.nextInt(ACCOUNTS))
                .doOnSuccess(done -> acknowledged.add(number))
                .thenReturn(true);
        Mono<Boolean> limited = random.nextInt(8) > 0
                ? transfer
                : transfer.takeUntilOther(Mono.delay(Duration.ofMillis(random.nextInt(20))));
        return limited.switchIfEmpty(Mono.fromSupplier(() -> cancelled.incrementAndGet() > 0))
                .onErrorResume(this::isExpected, failure -> Mono.empty())
                .then();
    }

    private boolean isExpected(Throwable failure) {
        if (failure instanceof SerializationFailure || failure instanceof Deadlock) {
            refused.incrementAndGet();
            return true;
        }
        boolean isLost = failure instanceof ConnectionLost || failure instanceof ConnectionException;
        if (isLost) {
            lost.incrementAndGet();
        }
        return isLost;
    }

    private Mono<Status> transfer(long number, int from, int to) {
        return engine.transaction(
                serializable().retry(5).backoff(Duration.ofMillis(2)),
                tx -> balance(from)
                        .flatMap(balance -> change(from, -Math.min(balance, 7)).then(change(to, Math.min(balance, 7))))
                        .then(engine.status(
                                text("INSERT INTO transfers VALUES (:n)").bind("n", number))));
    }

    private Mono<Long> balance(int account) {
        return engine.scalar(text("SELECT balance FROM accounts WHERE id = :id").bind("id", account), Long.class);
    }

    private Mono<Status> change(int account, long amount) {
        return engine.status(text("UPDATE accounts SET balance = balance + :amount WHERE id = :id")
                .bind("amount", amount)
                .bind("id", account));
    }

    private Flux<Void> killer() {
        String kill = "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity"
                + " WHERE application_name = 'bank' AND datname = current_database() ORDER BY random() LIMIT 1) AS one";
        return Flux.interval(Duration.ofMillis(500))
                .take(TIME)
                .onBackpressureDrop()
                .concatMap(tick -> outside.scalar(text(kill), Long.class))
                .doOnNext(killed::addAndGet)
                .thenMany(Flux.empty());
    }
}
