/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** With a main database and two others. */
@SpringBootApplication
public class ShopApplication {

    /** None of these leads anywhere: a test that used one would not start. */
    public static final String ORDERS_NOWHERE = "spring.gino.databases.orders.url=postgresql://localhost:1/orders";

    public static final String STOCK_NOWHERE = "spring.gino.databases.stock.url=postgresql://localhost:1/stock";
}
