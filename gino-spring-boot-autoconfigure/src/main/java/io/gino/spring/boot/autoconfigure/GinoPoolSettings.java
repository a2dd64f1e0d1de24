/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static io.r2dbc.pool.PoolingConnectionFactoryProvider.ACQUIRE_RETRY;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.INITIAL_SIZE;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.MAX_ACQUIRE_TIME;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.MAX_CREATE_CONNECTION_TIME;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.MAX_IDLE_TIME;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.MAX_LIFE_TIME;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.MAX_SIZE;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.MAX_VALIDATION_TIME;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.MIN_IDLE;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.VALIDATION_DEPTH;
import static io.r2dbc.pool.PoolingConnectionFactoryProvider.VALIDATION_QUERY;

import io.r2dbc.pool.PoolingConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;

/** Lets what {@code spring.gino.*} says of the pool reach the one that Boot builds: before {@code spring.r2dbc.pool.*}. */
final class GinoPoolSettings implements BeanPostProcessor {

    /** What Boot's pool has no setting for. */
    private static final List<Option<?>> NOT_BOOTS = List.of(
            PoolingConnectionFactoryProvider.BACKGROUND_EVICTION_INTERVAL,
            PoolingConnectionFactoryProvider.POOL_NAME,
            PoolingConnectionFactoryProvider.REGISTER_JMX);

    private final ObjectProvider<GinoConnectionDetails> details;

    GinoPoolSettings(ObjectProvider<GinoConnectionDetails> details) {
        this.details = details;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof R2dbcProperties properties) {
            details.ifAvailable(gino -> apply(gino.url().poolOptions(), properties.getPool()));
        }
        return bean;
    }

    private static void apply(ConnectionFactoryOptions said, R2dbcProperties.Pool pool) {
        NOT_BOOTS.stream().filter(said::hasOption).findFirst().ifPresent(GinoPoolSettings::refuse);
        set(said, MIN_IDLE, pool::setMinIdle);
        set(said, MAX_SIZE, pool::setMaxSize);
        set(said, INITIAL_SIZE, pool::setInitialSize);
        set(said, ACQUIRE_RETRY, pool::setAcquireRetry);
        set(said, MAX_ACQUIRE_TIME, pool::setMaxAcquireTime);
        set(said, MAX_CREATE_CONNECTION_TIME, pool::setMaxCreateConnectionTime);
        set(said, MAX_IDLE_TIME, pool::setMaxIdleTime);
        set(said, MAX_LIFE_TIME, pool::setMaxLifeTime);
        set(said, MAX_VALIDATION_TIME, pool::setMaxValidationTime);
        set(said, VALIDATION_DEPTH, pool::setValidationDepth);
        set(said, VALIDATION_QUERY, pool::setValidationQuery);
        requireOrder(pool);
        // Boot opens ten connections at once where nothing else is said, which a smaller pool would refuse.
        if (!said.hasOption(INITIAL_SIZE) && said.hasOption(MAX_SIZE)) {
            pool.setInitialSize(Math.min(pool.getInitialSize(), pool.getMaxSize()));
        }
    }

    @SuppressWarnings("unchecked") // read as the option's own type
    private static <T> void set(ConnectionFactoryOptions said, Option<T> option, Consumer<T> setting) {
        Object value = said.getValue(option);
        if (value != null) {
            setting.accept((T) value);
        }
    }

    private static void refuse(Option<?> option) {
        throw new GinoStartupException(
                "Option '%s' is set, and the pool that Spring Boot builds has no such setting."
                        .formatted(option.name()),
                "Leave it out, or declare a ConnectionFactory bean with a pool of your own.");
    }

    private static void requireOrder(R2dbcProperties.Pool pool) {
        if (pool.getMinIdle() > pool.getMaxSize()) {
            throw new GinoStartupException(
                    "The pool cannot keep %d connections open and have at most %d."
                            .formatted(pool.getMinIdle(), pool.getMaxSize()),
                    "Lower spring.gino.pool.min-size, or raise spring.gino.pool.max-size.");
        }
    }
}
