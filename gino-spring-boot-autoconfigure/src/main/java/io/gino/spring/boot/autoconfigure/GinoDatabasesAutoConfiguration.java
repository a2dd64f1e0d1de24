/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of {@code spring.gino.databases}: each has its own pool, {@code Gino} bean, transactions and schema.
 * It comes before Boot's, which then builds a pool only where a main database is set.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = {R2dbcAutoConfiguration.class, GinoConnectionAutoConfiguration.class})
@ConditionalOnClass({Gino.class, ConnectionFactory.class})
@ConditionalOnBooleanProperty(name = "spring.gino.enabled", matchIfMissing = true)
@EnableConfigurationProperties({GinoProperties.class, GinoDatabaseProperties.class})
public final class GinoDatabasesAutoConfiguration {

    /** Only where there is such a database: the shared beans are of no use to others. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnNamedDatabases.class)
    @Import({
        DatabaseInitializationDependencyConfigurer.class,
        GinoSharedConfiguration.class,
        ConnectionPools.class,
        GinoDatabaseRegistrar.class
    })
    static class NamedDatabasesConfiguration {}
}
