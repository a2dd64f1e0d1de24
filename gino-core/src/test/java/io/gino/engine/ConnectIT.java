/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.error.ConnectionException;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.test.StepVerifier;

@ExtendWith(PostgresExtension.class)
class ConnectIT {

    @Test
    void aServerThatIsNotThereIsNamed() {
        GinoEngine engine = GinoEngine.create("postgresql://me:secret@localhost:1/app");
        StepVerifier.create(engine.all(text("SELECT 1")))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessageStartingWith("Cannot get a connection to the database: ")
                        .hasMessageContaining("localhost")
                        .hasMessageContaining("Connection refused")
                        .hasMessageNotContaining("secret"))
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed(TestDatabase database) {
        GinoEngine engine = GinoEngine.create(database.url().replace(database.name(), "nowhere"));
        StepVerifier.create(engine.all(text("SELECT 1")))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessage("Cannot get a connection to the database: database \"nowhere\" does not exist"))
                .verify(Duration.ofSeconds(20));
    }
}
