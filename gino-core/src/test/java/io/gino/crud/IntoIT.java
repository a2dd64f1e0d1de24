/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.DEPTH;
import static io.gino.crud.Crew.PORT;
import static io.gino.crud.Crew.PORT_NAME;
import static io.gino.crud.Crew.await;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.crud.Crew.Port;
import io.gino.crud.Crew.Rank;
import io.gino.error.LoadException;
import io.gino.sql.Statement;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that are made of a query's columns by name. */
@ExtendWith(PostgresExtension.class)
class IntoIT {

    record Shown(String name, Integer depth) {}

    record Deep(String name, int depth) {}

    record Lost(String name, String harbour) {}

    record Mistyped(String name, String depth) {}

    record Wide(Long depth, Rank name) {}

    record Counted(String portName, long howMany) {}

    record When(Instant joined) {}

    private final Gino db;

    IntoIT(TestDatabase database) {
        db = Crew.on(database);
    }

    @BeforeEach
    void fill() {
        await(db.dropAll().then(db.createAll()));
        await(db.createMany(List.of(new Port(1L, "BOSUN", 3), new Port(2L, "MATE", null))));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    private <R> List<R> all(Statement<R> statement) {
        return await(db.all(statement));
    }

    @Test
    void componentsTakeTheColumnsOfTheirNames() {
        assertThat(await(db.query(Port.class)
                        .orderBy(PORT_NAME)
                        .select(DEPTH, PORT_NAME)
                        .into(Shown.class)
                        .all()))
                .containsExactly(new Shown("BOSUN", 3), new Shown("MATE", null));
        assertThat(all(select(PORT_NAME.as("port_name"), count().as("how_many"))
                        .from(PORT.table())
                        .groupBy(PORT_NAME)
                        .orderBy(PORT_NAME)
                        .into(Counted.class)))
                .containsExactly(new Counted("BOSUN", 1), new Counted("MATE", 1));
    }

    @Test
    void aComponentMayBeOfATypeThatCanReadTheColumns() {
        assertThat(all(select(DEPTH, PORT_NAME)
                        .from(PORT.table())
                        .orderBy(PORT_NAME)
                        .into(Wide.class)))
                .containsExactly(new Wide(3L, Rank.BOSUN), new Wide(null, Rank.MATE));
        assertThat(all(text("SELECT TIMESTAMPTZ '2001-01-01 00:00Z' AS joined").into(When.class)))
                .containsExactly(new When(Instant.parse("2001-01-01T00:00:00Z")));
    }

    @Test
    void aComponentWithoutColumnIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> select(PORT_NAME, DEPTH).from(PORT.table()).into(Lost.class))
                .isInstanceOf(LoadException.class)
                .hasMessage("Cannot build Lost: no column for component 'harbour'. It has: name, depth.");
        assertThatThrownBy(() -> db.query(Port.class).select(PORT_NAME, DEPTH).into(Lost.class))
                .isInstanceOf(LoadException.class)
                .hasMessage("Cannot build Lost: no column for component 'harbour'. It has: name, depth.");
    }

    @Test
    void aComponentOfAnotherTypeIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> select(PORT_NAME, DEPTH).from(PORT.table()).into(Mistyped.class))
                .isInstanceOf(LoadException.class)
                .hasMessage("Cannot build Mistyped: component 'depth' is a String, and its column 'depth' is of type"
                        + " integer (Integer in Java). Give the component that type, or cast the column: cast(…).");
    }

    @Test
    void rawSqlIsCheckedWithItsFirstRow() {
        assertThatThrownBy(() -> all(text("SELECT name, depth FROM ports").into(Mistyped.class)))
                .isInstanceOf(LoadException.class)
                .hasMessage("Cannot build Mistyped: component 'depth' is a String, and its column 'depth' is of type"
                        + " integer (Integer in Java). Give the component that type, or cast the column: cast(…).");
    }

    @Test
    void aNullForAPrimitiveIsRefusedWithItsRow() {
        assertThatThrownBy(() -> all(select(PORT_NAME, DEPTH)
                        .from(PORT.table())
                        .orderBy(PORT_NAME)
                        .into(Deep.class)))
                .isInstanceOf(LoadException.class)
                .hasMessage("Cannot build Deep: column 'depth' is NULL, and component 'depth' is a primitive.");
    }
}
