/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Says why there is no {@code Gino} to inject. */
final class NoGinoFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException>
        implements Ordered {

    private final BeanFactory beans;
    private final Environment environment;

    NoGinoFailureAnalyzer(BeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(
            Throwable rootFailure, NoSuchBeanDefinitionException cause, @Nullable String description) {
        if (cause.getBeanType() != Gino.class) {
            return null;
        }
        String subject = (description == null ? "A component" : description) + " needs a Gino, and ";
        String[] ginos = names(Gino.class);
        if (ginos.length > 0) {
            return severalGinos(subject, ginos, cause);
        }
        String wanted = subject + "there is none: ";
        if (!environment.getProperty("spring.gino.enabled", Boolean.class, true)) {
            return new FailureAnalysis(
                    wanted + "spring.gino.enabled is false.", "Remove that setting, or set it to true.", cause);
        }
        String[] factories = names(ConnectionFactory.class);
        return switch (factories.length) {
            case 0 -> noFactory(wanted, cause);
            case 1 -> null; // the auto-configuration was excluded, and Boot says so
            default -> severalFactories(wanted, factories, cause);
        };
    }

    private String[] names(Class<?> type) {
        return beans instanceof ListableBeanFactory listable
                ? BeanFactoryUtils.beanNamesForTypeIncludingAncestors(listable, type, true, false)
                : new String[0];
    }

    private static FailureAnalysis severalGinos(String subject, String[] ginos, NoSuchBeanDefinitionException cause) {
        String first = Arrays.stream(ginos).sorted().findFirst().orElseThrow();
        return new FailureAnalysis(
                subject + "does not say which: there are %s.".formatted(quoted(ginos)),
                "Name one at the place where it is injected: @Qualifier(\"%s\"). Where there is no main database,"
                                .formatted(first)
                        + " spring.gino.primary=%s makes that one the usual.".formatted(first),
                cause);
    }

    private static String quoted(String[] names) {
        return Arrays.stream(names).sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private static FailureAnalysis noFactory(String wanted, NoSuchBeanDefinitionException cause) {
        return new FailureAnalysis(
                wanted + "the application has no ConnectionFactory.",
                "Let R2dbcAutoConfiguration and GinoAutoConfiguration take part, with spring.gino.url set, or declare a"
                        + " ConnectionFactory bean.",
                cause);
    }

    private static FailureAnalysis severalFactories(
            String wanted, String[] factories, NoSuchBeanDefinitionException cause) {
        return new FailureAnalysis(
                wanted + "the application has several ConnectionFactory beans (" + quoted(factories)
                        + ") and none is marked.",
                "Annotate the @Bean method of the one that GINO shall use with @GinoConnectionFactory, or that of the"
                        + " application's main one with @Primary.",
                cause);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
