/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.engine.EngineBuilder;

/**
 * Says more about each engine before it is made: {@code engine -> engine.slowThreshold(ofMillis(200))}. Beans of this type
 * are called in their order; what they say comes after the properties.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface GinoCustomizer {

    void customize(EngineBuilder engine);
}
