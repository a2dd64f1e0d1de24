/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.spring.boot.autoconfigure.geo.City;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcInitializationAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** An application with the models below {@code geo}, and with nothing but what has to do with the database. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage(basePackageClasses = City.class)
@ImportAutoConfiguration({
    GinoAutoConfiguration.class,
    GinoConnectionAutoConfiguration.class,
    GinoDatabasesAutoConfiguration.class,
    R2dbcAutoConfiguration.class,
    R2dbcInitializationAutoConfiguration.class,
    R2dbcTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
class GeoApplication {}
