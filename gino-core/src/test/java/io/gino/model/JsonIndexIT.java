/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static io.gino.sql.Sql.explain;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.function.JsonFunctions;
import io.gino.model.JsonDeclarationTest.Indexes;
import io.gino.sql.Condition;
import io.gino.sql.Statement;
import io.gino.test.TestDatabase;
import io.gino.type.Json;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** PostgreSQL uses the indexes over values inside documents. */
@NullUnmarked
class JsonIndexIT extends OnPostgres {

    private static final Model<Indexes> MODEL = Model.of(Indexes.class);

    JsonIndexIT(TestDatabase database) {
        super(database, Indexes.class);
    }

    /** The plan of the query where nothing is read from end to end. */
    private String plan(Condition condition) {
        Statement<?> query = db.query(Indexes.class).where(condition).select();
        return await(db.transaction(tx -> db.status(text("SET LOCAL enable_seqscan = off"))
                .thenMany(db.all(explain(query)))
                .collectList()
                .map(lines -> String.join("\n", lines))));
    }

    @Test
    void numbersTextsAndPathsAreFoundByIndex() {
        assertThat(plan(MODEL.<Integer>inside("age").eq(18))).contains("ix_users_age");
        assertThat(plan(MODEL.<String>inside("workCity").eq("Bonn"))).contains("by_city");
    }

    @Test
    void datesAreFoundByTheirText() {
        DocumentAttribute<Indexes, LocalDate> born = MODEL.inside("born");
        assertThat(plan(born.text().eq(born.text(LocalDate.of(2000, 1, 31))))).contains("by_birth");
    }

    @Test
    void documentsAreFoundByWhatTheyHold() {
        assertThat(plan(JsonFunctions.contains(MODEL.<List<String>>inside("tags"), new Json("[\"a\"]"))))
                .contains("by_tags");
        assertThat(plan(JsonFunctions.contains(MODEL.column("profile"), new Json("{\"age\": 1}"))))
                .contains("by_profile");
    }
}
