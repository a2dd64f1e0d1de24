/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import io.gino.test.TestDatabase;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/** Leads the application to a test database, and drops it with the application. */
record GinoTestConnectionDetails(TestDatabase database) implements R2dbcConnectionDetails, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GinoTestConnectionDetails.class);

    @Override
    public ConnectionFactoryOptions getConnectionFactoryOptions() {
        return ConnectionFactoryOptions.parse("r2dbc:" + database.url());
    }

    /** At the end of the JVM, where most tests' applications end, the server may be gone before: no harm, and no word. */
    @Override
    public void destroy() {
        try {
            database.close();
        } catch (RuntimeException e) {
            LOG.debug("{} was not dropped", database, e);
        }
    }
}
