/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.PoolingConnectionFactoryProvider;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.Option;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The options that a URL knows are those that the driver and the pool have, in the versions that are built with. */
class UrlOptionTest {

    private static Set<String> declared(Class<?>... providers) {
        return Arrays.stream(providers)
                .flatMap(provider -> Arrays.stream(provider.getFields()))
                .filter(field -> field.getType() == Option.class)
                .map(UrlOptionTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Field constant) {
        try {
            return ((Option<?>) constant.get(null)).name();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> known(boolean ofPool) {
        return UrlOption.bySpelling().values().stream()
                .filter(option -> (option.owner() == UrlOption.Owner.POOL) == ofPool)
                .map(UrlOption::spelling)
                .collect(Collectors.toSet());
    }

    @Test
    void knowsEveryOptionOfTheDriver() {
        Set<String> options = declared(PostgresqlConnectionFactoryProvider.class);
        assertThat(options).hasSizeGreaterThan(30);
        options.removeAll(UrlOption.OBJECTS);
        assertThat(known(false)).containsAll(options);
    }

    @Test
    void knowsExactlyTheOptionsOfThePool() {
        Set<String> options = declared(PoolingConnectionFactoryProvider.class);
        options.removeAll(UrlOption.OBJECTS);
        assertThat(known(true)).isEqualTo(options);
    }

    @Test
    void setsNothingThatNeitherHas() {
        Set<String> options =
                declared(PostgresqlConnectionFactoryProvider.class, PoolingConnectionFactoryProvider.class);
        options.addAll(Set.of("connectTimeout", "ssl"));
        assertThat(options)
                .containsAll(UrlOption.bySpelling().values().stream()
                        .map(UrlOption::name)
                        .toList())
                .containsAll(UrlOption.OBJECTS);
    }
}
