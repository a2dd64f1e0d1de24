/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.IndexMethod.BRIN;
import static io.gino.schema.IndexMethod.BTREE;
import static io.gino.schema.IndexMethod.GIN;
import static io.gino.schema.IndexMethod.GIST;
import static io.gino.schema.IndexMethod.SPGIST;
import static io.gino.schema.ReferenceAction.SET_NULL;
import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.element;
import static io.gino.schema.Schema.exclude;
import static io.gino.schema.Schema.foreignKey;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.primaryKey;
import static io.gino.schema.Schema.unique;
import static io.gino.sql.Sql.lower;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.JSONB;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TSTZRANGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.SchemaPlan;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL keeps constraints and indexes with all that was said of them. */
@ExtendWith(PostgresExtension.class)
class ConstraintIT {

    private final Psql psql;
    private final MetaData metadata = new MetaData();
    private final Column<Integer> a = column("a", INTEGER);
    private final Column<String> name = column("name", TEXT);

    ConstraintIT(TestDatabase database) {
        psql = new Psql(database);
    }

    @AfterEach
    void dropTables() {
        psql.run(SchemaPlan.of(metadata).dropAll());
        assertThat(psql.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
        psql.close();
    }

    @Test
    void keepsConstraints() {
        metadata.table(
                "o",
                column("x", INTEGER),
                column("y", INTEGER),
                primaryKey("x", "y").include("y"),
                unique("x").nullsNotDistinct().include("y").initiallyDeferred());
        metadata.table(
                "t",
                a,
                column("b", INTEGER),
                name,
                column("during", TSTZRANGE),
                unique("a").deferrable(),
                check(a.gt(0)).noInherit(),
                foreignKey(List.of("a", "b"), "o", List.of("x", "y"))
                        .matchFull()
                        .deferrable(),
                foreignKey(List.of("a", "b"), "o", List.of("x", "y"))
                        .onDelete(SET_NULL, "b")
                        .named("second"),
                exclude("during", "&&").where(a.gt(0)).initiallyDeferred(),
                exclude(element(lower(name)).operatorClass("text_pattern_ops"), "=")
                        .using(BTREE)
                        .named("folded"));

        psql.run(SchemaPlan.of(metadata).createAll());

        assertThat(psql.query("SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                        + " WHERE conrelid IN ('o'::regclass, 't'::regclass) AND contype <> 'n' ORDER BY conname"))
                .containsExactly(
                        "ck_t CHECK ((a > 0)) NO INHERIT",
                        "ex_t_during EXCLUDE USING gist (during WITH &&) WHERE ((a > 0)) DEFERRABLE INITIALLY DEFERRED",
                        "fk_t_a_b_o FOREIGN KEY (a, b) REFERENCES o(x, y) MATCH FULL DEFERRABLE",
                        "folded EXCLUDE USING btree (lower(name) text_pattern_ops WITH =)",
                        "pk_o PRIMARY KEY (x, y) INCLUDE (y)",
                        "second FOREIGN KEY (a, b) REFERENCES o(x, y) ON DELETE SET NULL (b)",
                        "uq_o_x UNIQUE NULLS NOT DISTINCT (x) INCLUDE (y) DEFERRABLE INITIALLY DEFERRED",
                        "uq_t_a UNIQUE (a) DEFERRABLE");
    }

    @Test
    void keepsIndexes() {
        metadata.table(
                "t",
                a,
                name,
                column("data", JSONB),
                column("during", TSTZRANGE),
                index("i1")
                        .on(element("name")
                                .collate("C")
                                .operatorClass("text_pattern_ops")
                                .desc()
                                .nullsLast()),
                index("i2").on("data").using(GIN).with("fastupdate", false),
                index("i3").on("during").using(GIST).with("buffering", "on"),
                index("i4").on("during").using(SPGIST),
                index("i5").on("a").using(BRIN).with("pages_per_range", 32),
                index("i6").on("a").asUniqueNullsNotDistinct().include("name").where(a.gt(0)),
                index("i7").on("a").using("hash").concurrently());

        psql.run(SchemaPlan.of(metadata).createAll());

        assertThat(psql.query("SELECT indexdef FROM pg_indexes WHERE tablename = 't' ORDER BY indexname"))
                .containsExactly(
                        "CREATE INDEX i1 ON public.t USING btree (name COLLATE \"C\" text_pattern_ops DESC NULLS LAST)",
                        "CREATE INDEX i2 ON public.t USING gin (data) WITH (fastupdate='false')",
                        "CREATE INDEX i3 ON public.t USING gist (during) WITH (buffering='on')",
                        "CREATE INDEX i4 ON public.t USING spgist (during)",
                        "CREATE INDEX i5 ON public.t USING brin (a) WITH (pages_per_range='32')",
                        "CREATE UNIQUE INDEX i6 ON public.t USING btree (a) INCLUDE (name) NULLS NOT DISTINCT"
                                + " WHERE (a > 0)",
                        "CREATE INDEX i7 ON public.t USING hash (a)");
    }
}
