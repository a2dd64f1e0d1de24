/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Comes before Boot's own analyzer, which asks for an embedded H2 where no URL is set. */
final class MissingUrlFailureAnalyzer implements FailureAnalyzer, Ordered {

    private static final String PROPERTY = ConfiguredDatabase.MAIN + ".url";

    /** Boot keeps this class to itself. */
    private static final String NO_URL =
            "org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsInitializer$ConnectionFactoryBeanCreationException";

    private final Environment environment;

    MissingUrlFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BeanCreationException
                    && cause.getClass().getName().equals(NO_URL)
                    && environment.getProperty("spring.gino.enabled", Boolean.class, true)) {
                return new FailureAnalysis(description(), action(), cause);
            }
        }
        return null;
    }

    private String description() {
        return environment.getProperty(PROPERTY) == null
                ? "GINO has no database: spring.gino.url is not set."
                : "GINO has no database: spring.gino.url is blank.";
    }

    private String action() {
        String[] profiles = environment.getActiveProfiles();
        return "Set it in application.properties, for example spring.gino.url=%s. If a profile sets it, activate that one (%s)."
                .formatted(
                        ConfiguredDatabase.EXAMPLE,
                        profiles.length == 0 ? "none is active" : "active: " + String.join(", ", profiles));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
