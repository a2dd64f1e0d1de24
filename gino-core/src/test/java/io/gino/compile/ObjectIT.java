/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.Schema.byDefault;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.domain;
import static io.gino.schema.Schema.extension;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.sequence;
import static io.gino.sql.Sql.literal;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.CreateIndex;
import io.gino.ddl.SchemaPlan;
import io.gino.schema.MetaData;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL keeps every option of what is no table. */
@ExtendWith(PostgresExtension.class)
class ObjectIT {

    private final Psql psql;
    private final MetaData metadata = new MetaData();

    ObjectIT(TestDatabase database) {
        psql = new Psql(database);
    }

    @AfterEach
    void dropAll() {
        psql.run(SchemaPlan.of(metadata).drop(metadata.objects()));
        assertThat(psql.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
        assertThat(psql.query("SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace"))
                .isEmpty();
        psql.close();
    }

    private void createAll() {
        psql.run(SchemaPlan.of(metadata).createAll());
    }

    @Test
    void keepsHowSequencesCount() {
        metadata.add(sequence("Numbers")
                .as(INTEGER)
                .start(100)
                .increment(10)
                .minValue(50)
                .maxValue(900)
                .cache(5)
                .cycle());
        metadata.table(
                "t",
                column("down", BIGINT)
                        .identity(byDefault()
                                .start(-1)
                                .increment(-1)
                                .minValue(-9)
                                .maxValue(-1)
                                .cache(2)
                                .cycle()));

        createAll();

        assertThat(psql.query("SELECT concat_ws(' ', sequencename, data_type, start_value, min_value, max_value,"
                        + " increment_by, cycle, cache_size) FROM pg_sequences ORDER BY 1"))
                .containsExactly("Numbers integer 100 50 900 10 t 5", "t_down_seq bigint -1 -9 -1 -1 t 2");
    }

    @Test
    void keepsTheRulesOfDomains() {
        metadata.add(domain("age", INTEGER)
                .notNull()
                .serverDefault(literal(INTEGER, 18))
                .check(value -> value.ge(0))
                .check("too old", value -> value.lt(150).or(value.eq(999))));
        metadata.add(domain("word", TEXT).collate("C"));

        createAll();

        assertThat(psql.query("SELECT concat_ws(' ', typname, typnotnull, typdefault, collname) FROM pg_type"
                        + " LEFT JOIN pg_collation c ON c.oid = typcollation WHERE typtype = 'd'"
                        + " AND typnamespace = 'public'::regnamespace ORDER BY 1"))
                .containsExactly("age t 18", "word f C");
        assertThat(psql.query("SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                        + " WHERE contypid = 'age'::regtype AND contype = 'c' ORDER BY 1"))
                .containsExactly("ck_age CHECK ((VALUE >= 0))", "too old CHECK (((VALUE < 150) OR (VALUE = 999)))");
    }

    @Test
    void keepsExtensionsInTheirSchema() {
        metadata.schema("ext");
        metadata.add(extension("hstore").in("ext").version("1.8").cascade());

        createAll();

        assertThat(psql.query("SELECT extname || ' ' || extversion || ' ' || extnamespace::regnamespace"
                        + " FROM pg_extension WHERE extname = 'hstore'"))
                .containsExactly("hstore 1.8 ext");
    }

    @Test
    void keepsLongNamesAsTheyWereCut() {
        String longName = "ä😀".repeat(9);
        metadata.table(
                "bücher_".repeat(6),
                column(longName, TEXT).indexed().unique(),
                column("x", TEXT),
                index().on(longName, "x"),
                index().on("x", longName));
        List<String> declared = SchemaPlan.of(metadata).createAll().stream()
                .filter(CreateIndex.class::isInstance)
                .map(create -> ((CreateIndex) create).name().name())
                .toList();

        createAll();

        assertThat(psql.query("SELECT relname FROM pg_class WHERE relkind = 'i' AND relname LIKE 'ix%'"
                        + " AND relnamespace = 'public'::regnamespace"))
                .containsExactlyInAnyOrderElementsOf(declared)
                .hasSize(3);
    }
}
