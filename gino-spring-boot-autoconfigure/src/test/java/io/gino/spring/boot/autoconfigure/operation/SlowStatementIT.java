/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.operation;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.GinoAutoConfiguration;
import io.gino.spring.boot.autoconfigure.GinoConnectionAutoConfiguration;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
class SlowStatementIT {

    @Test
    void isLoggedFromTheThresholdOn(TestDatabase database, CapturedOutput output) {
        new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withConfiguration(AutoConfigurations.of(
                        GinoAutoConfiguration.class,
                        GinoConnectionAutoConfiguration.class,
                        R2dbcAutoConfiguration.class))
                .withPropertyValues("spring.gino.url=" + database.url(), "spring.gino.slow-statement-threshold=1s")
                .run(context -> {
                    Gino db = context.getBean(Gino.class);
                    db.status(text("SELECT 'quick'")).block(Duration.ofSeconds(10));
                    db.status(text("SELECT pg_sleep(1.1)")).block(Duration.ofSeconds(10));
                });

        assertThat(output).contains("Slow: SELECT pg_sleep(1.1) [binds: 0] 1 row, ");
        assertThat(output).doesNotContain("Slow: SELECT 'quick'");
    }

    @AutoConfigurationPackage
    static class Application {}
}
