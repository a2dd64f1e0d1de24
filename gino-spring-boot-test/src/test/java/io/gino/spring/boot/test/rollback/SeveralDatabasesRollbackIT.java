/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import static io.gino.spring.boot.test.autoconfigure.shop.ShopApplication.ORDERS_NOWHERE;
import static io.gino.spring.boot.test.autoconfigure.shop.ShopApplication.STOCK_NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.test.autoconfigure.GinoTest;
import io.gino.spring.boot.test.autoconfigure.shop.Customer;
import io.gino.spring.boot.test.autoconfigure.shop.Invoice;
import io.gino.spring.boot.test.autoconfigure.shop.Item;
import io.gino.spring.boot.test.autoconfigure.shop.ShopApplication;
import io.gino.spring.boot.test.autoconfigure.shop.Tills;
import io.gino.spring.boot.test.fixture.GinoData;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import reactor.test.StepVerifier;

/** Each test finds the rows that {@code @BeforeEach} writes and no others, in each database. */
@GinoTest(properties = {ORDERS_NOWHERE, STOCK_NOWHERE, "spring.gino.url=postgresql://localhost:1/main"})
@Import(Tills.class)
@ContextConfiguration(classes = ShopApplication.class)
@TestMethodOrder(MethodOrderer.Random.class)
class SeveralDatabasesRollbackIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Autowired
    private Gino db;

    @Autowired
    @Qualifier("orders")
    private Gino orders;

    @Autowired
    @Qualifier("stock")
    private Gino stock;

    @Autowired
    private Tills tills;

    @Autowired
    private List<ConnectionPool> mainPools;

    @Autowired
    @Qualifier("orders")
    private ConnectionPool ordersPool;

    @BeforeEach
    void one() {
        assertThat(customers()).isEmpty();
        assertThat(invoices()).doesNotContain("before", "jack", "late");
        assertThat(items()).isEmpty();
        db.create(new Customer(null, "before")).block(LIMIT);
        orders.create(new Invoice(null, "before")).block(LIMIT);
    }

    @AfterEach
    void onlyTheConnectionOfTheTestIsInUse() {
        assertThat(mainPools).hasSize(1);
        assertThat(mainPools.get(0).getMetrics().orElseThrow().acquiredSize()).isOne();
        assertThat(ordersPool.getMetrics().orElseThrow().acquiredSize()).isOne();
    }

    private List<String> customers() {
        return db.query(Customer.class)
                .all()
                .map(Customer::name)
                .sort()
                .collectList()
                .block(LIMIT);
    }

    private List<String> invoices() {
        return orders.query(Invoice.class)
                .all()
                .map(Invoice::name)
                .sort()
                .collectList()
                .block(LIMIT);
    }

    private List<String> items() {
        return stock.query(Item.class)
                .all()
                .map(Item::name)
                .sort()
                .collectList()
                .block(LIMIT);
    }

    @Test
    void whatWasWrittenToEachIsUndone() {
        orders.create(new Invoice(null, "late")).block(LIMIT);
        stock.create(new Item(null, "pen")).block(LIMIT);
        assertThat(invoices()).containsExactly("before", "late");
        assertThat(items()).containsExactly("pen");
    }

    @Test
    void whatServicesCommitIsUndoneToo() {
        tills.sell("jack").block(LIMIT);
        assertThat(customers()).containsExactly("before", "jack");
        assertThat(invoices()).containsExactly("before", "jack");
    }

    @Test
    void aServiceThatFailsRollsBackTheOneThatItsTransactionIsAbout() {
        tills.failToSell("jack").as(StepVerifier::create).verifyErrorMessage("out of stock");
        assertThat(customers()).containsExactly("before", "jack");
        assertThat(invoices()).containsExactly("before");
    }

    @Test
    void transactionsOfTwoWorkInsideOfEachOther() {
        db.transaction(tx -> orders.transaction(
                        inner -> orders.create(new Invoice(null, "jack")).then(db.create(new Customer(null, "jack")))))
                .block(LIMIT);
        assertThat(customers()).containsExactly("before", "jack");
        assertThat(invoices()).containsExactly("before", "jack");
    }

    @Test
    @GinoData(value = "invoices.ndjson", gino = "orders")
    @GinoData(value = "/data/invoices.sql", gino = "orders")
    void filesAreLoadedIntoTheOneThatTheyName() {
        assertThat(invoices()).containsExactly("before", "from a file", "from a script");
    }
}
