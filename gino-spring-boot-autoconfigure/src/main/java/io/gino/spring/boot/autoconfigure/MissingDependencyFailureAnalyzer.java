/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the dependency that GINO cannot do without, where someone has excluded it. */
final class MissingDependencyFailureAnalyzer extends AbstractFailureAnalyzer<NoClassDefFoundError> {

    private static final Map<String, String> DEPENDENCIES = Map.of(
            "io/r2dbc/postgresql/", "org.postgresql:r2dbc-postgresql",
            "io/r2dbc/pool/", "io.r2dbc:r2dbc-pool");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoClassDefFoundError cause) {
        String missing = Objects.requireNonNullElse(cause.getMessage(), "").replace('.', '/');
        return DEPENDENCIES.entrySet().stream()
                .filter(dependency -> missing.contains(dependency.getKey()))
                .findFirst()
                .map(dependency -> analysis(dependency.getValue(), cause))
                .orElse(null);
    }

    private static FailureAnalysis analysis(String dependency, Throwable cause) {
        return new FailureAnalysis(
                "GINO needs %s, which is not on the class path.".formatted(dependency),
                "Add the dependency %s, or use io.gino:gino-spring-boot-starter, which brings it."
                        .formatted(dependency),
                cause);
    }
}
