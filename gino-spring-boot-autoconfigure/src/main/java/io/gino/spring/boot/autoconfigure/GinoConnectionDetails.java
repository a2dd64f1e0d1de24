/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.engine.ConnectionUrl;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/**
 * What {@code spring.gino.*} says of the database, for Boot to build its pool from.
 *
 * @param source what to change in order to get elsewhere
 */
record GinoConnectionDetails(ConnectionUrl url, String source) implements R2dbcConnectionDetails {

    static GinoConnectionDetails of(ConfiguredDatabase database) {
        return new GinoConnectionDetails(database.url(), database.source());
    }

    @Override
    public ConnectionFactoryOptions getConnectionFactoryOptions() {
        return url.driver();
    }
}
