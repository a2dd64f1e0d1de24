/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.Crew.Port;
import io.gino.error.NotNullViolation;
import io.gino.error.UniqueViolation;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class RefusalIT {

    private final Gino db;

    RefusalIT(TestDatabase database) {
        db = Crew.on(database);
    }

    @BeforeEach
    void createTables() {
        await(db.dropAll().then(db.createAll()));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void anInstanceWithoutARequiredValueIsNamed() {
        assertThatThrownBy(() -> await(db.createMany(List.of(new Port(1L, "kiel", 1), new Port(2L, null, 2)))))
                .isInstanceOf(NotNullViolation.class)
                .hasMessageStartingWith("Column 'ports.name' cannot be NULL.")
                .hasMessageEndingWith(" Instance 1 of the list, counted from 0, has no name.");
    }

    @Test
    void instancesWithTheSameKeyAreNamed() {
        assertThatThrownBy(() -> await(db.createMany(
                        List.of(new Port(1L, "kiel", 1), new Port(2L, "cork", 2), new Port(3L, "kiel", 3)))))
                .isInstanceOf(UniqueViolation.class)
                .hasMessageStartingWith("Table 'ports' already has a row with this name (constraint 'uq_ports_name').")
                .hasMessageEndingWith(" Instances 0 and 2 of the list, counted from 0, have the same one.");
    }

    @Test
    void aRowThatWasThereBeforeIsNotGuessed() {
        await(db.create(new Port(1L, "kiel", 1)));
        assertThatThrownBy(() -> await(db.createMany(List.of(new Port(5L, "cork", 1), new Port(2L, "kiel", 2)))))
                .isInstanceOf(UniqueViolation.class)
                .hasMessageStartingWith("Table 'ports' already has a row with this name (constraint 'uq_ports_name').")
                .hasMessageNotContaining("Instance");
    }
}
