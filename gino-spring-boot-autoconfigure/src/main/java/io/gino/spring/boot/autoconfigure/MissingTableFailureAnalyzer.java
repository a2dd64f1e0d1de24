/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.error.UndefinedTable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what creates the tables, where what runs at start finds one missing. */
final class MissingTableFailureAnalyzer extends AbstractFailureAnalyzer<UndefinedTable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UndefinedTable cause) {
        return new FailureAnalysis(
                "What runs at start needs a table that the database does not have. " + cause.getMessage(),
                "Set spring.gino.create-all=true to have the tables of the models created before, or create it by a"
                        + " migration.",
                cause);
    }
}
