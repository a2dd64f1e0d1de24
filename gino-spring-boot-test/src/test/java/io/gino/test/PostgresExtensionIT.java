/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.r2dbc.spi.ConnectionFactories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;
import reactor.core.publisher.Mono;

/** Runs the classes at the end of this file as JUnit would, and looks at the databases that they were given. */
class PostgresExtensionIT {

    private static final List<TestDatabase> GIVEN = new ArrayList<>();

    @Test
    void givesEachClassItsOwnDatabaseAndDropsItAfterwards() {
        GIVEN.clear();

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(One.class), selectClass(Other.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.started(3).succeeded(3));

        assertThat(GIVEN).hasSize(5);
        assertThat(GIVEN.stream().distinct())
                .hasSize(2)
                .allSatisfy(database -> assertThatThrownBy(() -> connect(database))
                        .hasMessageContaining("database \"" + database.name() + "\" does not exist"));
    }

    private static void connect(TestDatabase database) {
        Mono.from(ConnectionFactories.get("r2dbc:" + database.url()).create())
                .flatMap(connection -> Mono.from(connection.close()))
                .block();
    }

    @ExtendWith(PostgresExtension.class)
    static class One {

        @BeforeAll
        static void beforeAll(TestDatabase database) {
            GIVEN.add(database);
        }

        @BeforeEach
        void beforeEach(TestDatabase database) {
            GIVEN.add(database);
        }

        @Test
        void first() {
            connect(GIVEN.get(0));
        }

        @Test
        void second(TestDatabase database) {
            GIVEN.add(database);
        }
    }

    @ExtendWith(PostgresExtension.class)
    static class Other {

        Other(TestDatabase database) {
            GIVEN.add(database);
        }

        @Test
        void only() {
            connect(GIVEN.get(GIVEN.size() - 1));
        }
    }
}
