/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import io.gino.spring.boot.autoconfigure.GinoConnectionAutoConfiguration;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration of an empty database for tests, before that of the application's own. It stands back where the test
 * brings connection details, a {@code @ServiceConnection} container for instance, or a {@code ConnectionFactory}.
 */
@AutoConfiguration(before = GinoConnectionAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "spring.gino.test.database.replace", matchIfMissing = true)
@Conditional(OnMainDatabase.class)
@ConditionalOnMissingBean({R2dbcConnectionDetails.class, ConnectionFactory.class})
final class GinoTestDatabaseAutoConfiguration {

    /** For tests that want to know its URL. */
    @Bean(destroyMethod = "")
    TestDatabase ginoTestDatabase() {
        return TestPostgres.createDatabase();
    }

    @Bean
    GinoTestConnectionDetails ginoTestConnectionDetails(TestDatabase ginoTestDatabase) {
        return new GinoTestConnectionDetails(ginoTestDatabase);
    }
}
