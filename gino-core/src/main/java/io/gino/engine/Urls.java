/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import io.r2dbc.spi.ConnectionFactory;

/** The URLs that name a database. */
final class Urls {

    private Urls() {}

    /**
     * The connections that a URL names, without a pool.
     *
     * @param url {@code postgresql://}, {@code postgres://} or {@code r2dbc:postgresql://}
     * @throws ConnectionException when it cannot be understood
     */
    static ConnectionFactory factory(String url) {
        return DatabaseUrl.parse(url).factory();
    }
}
