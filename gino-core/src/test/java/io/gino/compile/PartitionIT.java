/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.PartitionOf.Edge.MAXVALUE;
import static io.gino.schema.PartitionOf.Edge.MINVALUE;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.partitionByHash;
import static io.gino.schema.Schema.partitionByList;
import static io.gino.schema.Schema.partitionByRange;
import static io.gino.schema.Schema.partitionOf;
import static io.gino.schema.Schema.primaryKey;
import static io.gino.sql.Sql.lower;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.DATE;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.SchemaPlan;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL puts rows into the partitions that were declared. */
@ExtendWith(PostgresExtension.class)
class PartitionIT {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final Psql psql;
    private final MetaData metadata = new MetaData();

    PartitionIT(TestDatabase database) {
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
    void dividesByRangesAndThenByHash() {
        Table events = metadata.table(
                "events",
                column("id", BIGINT).identity(),
                column("at", DATE),
                column("kind", TEXT).indexed(),
                primaryKey("id", "at"),
                partitionByRange("at"));
        metadata.table("before", partitionOf(events).from(MINVALUE).to(NEW_YEAR));
        Table since = metadata.table("since", partitionOf(events).from(NEW_YEAR).to(MAXVALUE), partitionByHash("id"));
        metadata.table("since_0", partitionOf(since).modulus(2, 0));
        metadata.table("since_1", partitionOf(since).modulus(2, 1));
        psql.run(SchemaPlan.of(metadata).createAll());

        psql.run("INSERT INTO events (at) VALUES ('2025-12-31'), ('2026-01-01')");

        assertThat(psql.query("SELECT replace(tableoid::regclass::text, '_1', '_0') || ' ' || at FROM events"
                        + " ORDER BY at"))
                .containsExactly("before 2025-12-31", "since_0 2026-01-01");
        assertThat(psql.query("SELECT relname || ' ' || pg_get_expr(relpartbound, oid) FROM pg_class"
                        + " WHERE relispartition AND relkind IN ('r', 'p') ORDER BY 1"))
                .containsExactly(
                        "before FOR VALUES FROM (MINVALUE) TO ('2026-01-01')",
                        "since FOR VALUES FROM ('2026-01-01') TO (MAXVALUE)",
                        "since_0 FOR VALUES WITH (modulus 2, remainder 0)",
                        "since_1 FOR VALUES WITH (modulus 2, remainder 1)");
        assertThat(psql.query("SELECT count(*)::text FROM pg_index WHERE indrelid = 'since_0'::regclass"))
                .containsExactly("2");
    }

    @Test
    void dividesByLists() {
        Column<String> kind = column("kind", TEXT);
        Table events = metadata.table("events", kind, partitionByList(lower(kind)));
        metadata.table("own", partitionOf(events).in("it's", null));
        metadata.table("rest", partitionOf(events).asDefault());
        psql.run(SchemaPlan.of(metadata).createAll());

        psql.run("INSERT INTO events VALUES ('IT''S'), (NULL), ('x')");

        assertThat(psql.query("SELECT tableoid::regclass || ' ' || coalesce(kind, '-') FROM events ORDER BY 1"))
                .containsExactly("own -", "own IT'S", "rest x");
    }
}
