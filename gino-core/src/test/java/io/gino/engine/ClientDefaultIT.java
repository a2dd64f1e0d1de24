/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.test.StepVerifier;

/** Values that the program gives to columns which an INSERT does not set. */
@ExtendWith(PostgresExtension.class)
class ClientDefaultIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final AtomicLong numbers = new AtomicLong();
    private final Column<Long> id = column("id", BIGINT).primaryKey().clientDefault(numbers::incrementAndGet);
    private final Column<String> name = column("name", TEXT).clientDefault("unnamed");
    private final MetaData metadata = new MetaData();
    private final Table things = metadata.table("things", id, name);
    private final GinoEngine engine;

    ClientDefaultIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @BeforeEach
    void create() {
        engine.schema(metadata)
                .dropAll()
                .then(engine.schema(metadata).createAll())
                .block(LIMIT);
        numbers.set(0);
    }

    @AfterEach
    void close() {
        Idle.closed(engine);
    }

    private List<String> stored() {
        return engine.all(select(id, name).from(things).orderBy(id))
                .map(row -> row.get(id) + " " + row.get(name))
                .collectList()
                .block(LIMIT);
    }

    @Test
    void anInsertGetsWhatItDoesNotSet() {
        engine.status(things.insert().set(name, "set"))
                .then(engine.status(things.insert()))
                .then(engine.status(things.insert().set(id, 50L).set(name, (String) null)))
                .block(LIMIT);
        assertThat(stored()).hasSize(3).anyMatch(row -> row.endsWith(" set")).anyMatch(row -> row.endsWith(" unnamed"));
        assertThat(stored()).contains("50 null");
    }

    @Test
    void eachRowOfManyGetsAValueOfItsOwn() {
        engine.status(things.insert().rows(List.of(name), List.of(List.of("a"), List.of("b"), List.of("c"))))
                .block(LIMIT);
        assertThat(stored())
                .hasSize(3)
                .extracting(row -> row.replaceAll("\\d+ ", ""))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void manySetsOfParametersNeedTheColumnSet() {
        StepVerifier.create(
                        engine.status(things.insert().set(name, parameter("name", TEXT)), List.of(Map.of("name", "a"))))
                .expectErrorMessage("Column 'things.id' has a client default, of which all sets would get one and the"
                        + " same value. Set the column by a parameter.")
                .verify(LIMIT);
    }
}
