/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.engine.ExecutionOptions;
import io.gino.engine.ForwardingVerbs;
import io.gino.engine.Verbs;

/**
 * Statements and models on one connection, or with options of their own.
 *
 * @since 0.1.0
 */
public record BoundVerbs(Verbs runner) implements ForwardingVerbs, ModelVerbs {

    @Override
    public Verbs verbs() {
        return runner;
    }

    @Override
    public BoundVerbs with(ExecutionOptions options) {
        return new BoundVerbs(runner.with(options));
    }
}
