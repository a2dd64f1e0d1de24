/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;

/** GINO does not need a pool of its own, so that it and all others use the one that Boot builds. */
final class OnSharedPool extends NoneNestedConditions {

    OnSharedPool() {
        super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @Conditional(OnOwnPool.class)
    static final class OwnPool {}
}
