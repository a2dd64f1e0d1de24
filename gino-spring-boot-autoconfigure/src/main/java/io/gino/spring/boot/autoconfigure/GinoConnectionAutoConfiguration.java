package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.r2dbc.spi.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration that hands {@code spring.gino.url} to Boot, which builds its pool from it: so that pool settings,
 * health, metrics, transactions and scripts work as they do for {@code spring.r2dbc.url}. It stands back where the
 * application has connection details or a {@code ConnectionFactory} of its own.
 */
@AutoConfiguration(before = R2dbcAutoConfiguration.class)
@ConditionalOnClass({Gino.class, ConnectionFactory.class})
@ConditionalOnBooleanProperty(name = "spring.gino.enabled", matchIfMissing = true)
@Conditional(OnGinoUrl.class)
@EnableConfigurationProperties(GinoProperties.class)
public final class GinoConnectionAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(GinoConnectionAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean({R2dbcConnectionDetails.class, ConnectionFactory.class})
    GinoConnectionDetails ginoConnectionDetails(GinoProperties properties, Environment environment) {
        if (StringUtils.hasText(environment.getProperty("spring.r2dbc.url"))) {
            LOG.warn(
                    "Both spring.gino.url and spring.r2dbc.url are set: the whole application uses spring.gino.url."
                            + " Remove one, or declare a second ConnectionFactory and mark GINO's with @GinoConnectionFactory.");
        }
        return new GinoConnectionDetails(properties, environment.getProperty("spring.application.name", "gino"));
    }
}
