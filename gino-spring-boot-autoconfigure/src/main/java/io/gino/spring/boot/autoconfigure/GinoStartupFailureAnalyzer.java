/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what {@link GinoStartupException} says. */
final class GinoStartupFailureAnalyzer extends AbstractFailureAnalyzer<GinoStartupException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, GinoStartupException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
