/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.r2dbc.spi.Connection;
import org.springframework.r2dbc.connection.ConnectionHolder;

/** The connection of a transaction of gino's, held out to Spring as that of one of its own. */
final class SharedConnectionHolder extends ConnectionHolder {

    SharedConnectionHolder(Connection connection) {
        super(connection, true);
    }

    /** Whether gino's transaction is a savepoint in one that Spring began. */
    boolean isInsideOfSprings() {
        return getConnection() instanceof HeldConnection;
    }
}
