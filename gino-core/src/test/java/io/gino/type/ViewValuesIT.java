/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.type.Comparing.same;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.engine.GinoEngine;
import io.gino.row.Row;
import io.gino.schema.MetaData;
import io.gino.schema.View;
import io.gino.sql.Bind;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A view cannot have binds: the values of its query are written into it, and are the same when it is selected from. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewValuesIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final GinoEngine engine;
    private int views = 0;

    ViewValuesIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @AfterAll
    void close() {
        engine.close().block(TIMEOUT);
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void areTheSame(TypeCase<T> of) {
        prepare(of.needs());
        List<Expression<?>> selected = new ArrayList<>();
        for (int i = 0; i < of.values().size(); i++) {
            selected.add(new Bind<>(of.type(), of.values().get(i)).as("c" + i));
        }
        selected.add(new Bind<>(of.type(), null).as("nothing"));
        selected.add(new Bind<>(of.type().array(), of.values()).as("every"));
        MetaData metadata = new MetaData();
        // A view for each case: a statement that was prepared before would not expect another type.
        View view = metadata.view("v" + views++, select(selected));
        engine.schema(metadata).createAll().block(TIMEOUT);

        Row row = Objects.requireNonNull(engine.one(view.select()).block(TIMEOUT));

        for (int i = 0; i < of.values().size(); i++) {
            ColumnClause<T> column = view.column("c" + i, of.type());
            assertThat(same(row.get(column))).isEqualTo(same(of.values().get(i)));
        }
        assertThat(row.get(view.column("nothing", of.type()))).isNull();
        assertThat(same(row.get(view.column("every", of.type().array())))).isEqualTo(same(of.values()));
        engine.schema(metadata).dropAll().block(TIMEOUT);
    }

    private void prepare(String sql) {
        try {
            engine.status(text(sql.isEmpty() ? "SELECT 1" : sql)).block(TIMEOUT);
        } catch (RuntimeException e) {
            if (String.valueOf(e.getMessage()).contains("is not available")) {
                Assumptions.abort("Needs the extension " + sql.replaceAll(".* ", ""));
            }
            assertThat(e).hasMessageContaining("already exists");
        }
    }
}
