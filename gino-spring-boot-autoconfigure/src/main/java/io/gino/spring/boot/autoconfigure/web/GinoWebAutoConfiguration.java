/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.GinoAutoConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/**
 * Auto-configuration of what gino does for the requests of a WebFlux application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = GinoAutoConfiguration.class)
@ConditionalOnClass({Gino.class, WebFilter.class, ServerResponse.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBean(Gino.class)
@EnableConfigurationProperties(GinoWebProperties.class)
public final class GinoWebAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("spring.gino.use-connection-for-request")
    static class RequestConfiguration {

        /** Those that are not default candidates too. */
        @Bean
        RequestConnectionFilter ginoRequestConnectionFilter(ListableBeanFactory beans) {
            return new RequestConnectionFilter(beans.getBeansOfType(Gino.class).values());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "spring.gino.problem-details", matchIfMissing = true)
    static class ProblemConfiguration {

        @Bean
        ProblemWebExceptionHandler ginoProblemWebExceptionHandler(ServerCodecConfigurer codecs) {
            return new ProblemWebExceptionHandler(codecs);
        }
    }
}
