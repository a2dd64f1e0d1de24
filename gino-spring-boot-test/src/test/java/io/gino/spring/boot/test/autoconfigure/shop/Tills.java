/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure.shop;

import io.gino.Gino;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

@Service
public class Tills {

    private final Gino db;
    private final Gino orders;

    Tills(Gino db, @Qualifier("orders") Gino orders) {
        this.db = db;
        this.orders = orders;
    }

    @Transactional("ordersTransactionManager")
    public Mono<Void> sell(String name) {
        return orders.create(new Invoice(null, name))
                .then(db.create(new Customer(null, name)))
                .then();
    }

    @Transactional("ordersTransactionManager")
    public Mono<Void> failToSell(String name) {
        return sell(name).then(Mono.error(new IllegalStateException("out of stock")));
    }
}
