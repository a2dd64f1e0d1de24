/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code spring.gino.*} says of the application as a whole; {@link GinoDatabaseProperties} has the rest.
 *
 * @param enabled Whether to configure GINO.
 * @param databases Further databases, each with the keys of the main one: their Gino beans have the names given here.
 * @param primary Name of the one of spring.gino.databases whose Gino is injected where no name is asked for. Only for
 *     applications without a main database.
 */
@ConfigurationProperties("spring.gino")
record GinoProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Map<String, GinoDatabaseProperties> databases,
        @Nullable String primary) {}
