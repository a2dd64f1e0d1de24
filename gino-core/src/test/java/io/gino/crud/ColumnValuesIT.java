/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.schema.Schema.always;
import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.engine.GinoEngine;
import io.gino.row.Row;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Statement;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the values of columns come from that no statement sets, as PostgreSQL stores them. */
@ExtendWith(PostgresExtension.class)
class ColumnValuesIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MetaData metadata = new MetaData();
    private final Column<Long> id =
            column("id", BIGINT).primaryKey().identity(always().start(100).increment(10));
    private final Column<String> name = column("name", TEXT).collate("C");
    private final Column<Integer> version =
            column("version", INTEGER).notNull().clientDefault(1).onUpdate(old -> old.plus(1));
    private final Column<Integer> length = column("length", INTEGER)
            .generatedAs(function("length", INTEGER, name))
            .comment("Of the name");
    private final Table goods = metadata.table("goods", id, name, version, length);
    private final GinoEngine engine;

    ColumnValuesIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @BeforeEach
    void create() {
        engine.schema(metadata).createAll().block(TIMEOUT);
    }

    @AfterEach
    void drop() {
        engine.schema(metadata).dropAll().then(engine.close()).block(TIMEOUT);
    }

    private List<String> rows(Statement<Row> statement) {
        return engine.all(statement).map(Object::toString).collectList().block(TIMEOUT);
    }

    @Test
    void numbersAndGeneratesAndChanges() {
        assertThat(rows(goods.insert()
                        .rows(List.of(name, version), List.of(List.of("nut", 1), List.of("b", 1)))
                        .returning()))
                .containsExactly("{id=100, name=nut, version=1, length=3}", "{id=110, name=b, version=1, length=1}");

        assertThat(rows(goods.update().set(name, "bolt").where(id.eq(110L)).returning()))
                .containsExactly("{id=110, name=bolt, version=2, length=4}");
        assertThat(rows(goods.update().set(name, "x").set(version, 9).everyRow().returning()))
                .containsExactly("{id=100, name=x, version=9, length=1}", "{id=110, name=x, version=9, length=1}");
    }

    @Test
    void sortsByTheCollationOfTheColumn() {
        rows(goods.insert()
                .rows(List.of(name, version), List.of(List.of("b", 1), List.of("a", 1), List.of("B", 1)))
                .returning());

        assertThat(engine.all(select(name).from(goods).orderBy(name))
                        .collectList()
                        .block(TIMEOUT))
                .containsExactly("B", "a", "b");
    }
}
