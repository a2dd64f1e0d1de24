/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of connections whose work is undone after each test. */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "spring.gino.test.rollback", matchIfMissing = true)
final class GinoRollbackAutoConfiguration {

    @Bean
    static TestConnections ginoTestConnections() {
        return new TestConnections();
    }
}
