/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Which databases the application's properties name, read before there are beans.
 *
 * @param names those of {@code spring.gino.databases}
 * @param hasMain whether there is a main database beside them
 * @param primary the one that is injected without a name, where there is no main one; empty when none is
 */
record ConfiguredDatabases(Set<String> names, boolean hasMain, String primary) {

    static final String PREFIX = "spring.gino.databases";

    static ConfiguredDatabases of(Environment environment) {
        Map<String, Object> databases = Binder.get(environment)
                .bind(PREFIX, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
        boolean hasMain = Stream.of(
                        "spring.gino.url",
                        "spring.gino.host",
                        "spring.gino.port",
                        "spring.gino.database",
                        "spring.r2dbc.url")
                .anyMatch(key -> StringUtils.hasText(environment.getProperty(key)));
        return new ConfiguredDatabases(
                Set.copyOf(databases.keySet()), hasMain, environment.getProperty("spring.gino.primary", ""));
    }

    /** Without a main database and without others either, one is expected that nothing names yet. */
    boolean needsMain() {
        return hasMain || names.isEmpty();
    }

    /** Whether it takes the place of the main one. */
    boolean isHeir(String name) {
        return !hasMain && (names.size() == 1 || name.equals(primary));
    }
}
