/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.schema.PartitionOf.Edge.MAXVALUE;
import static io.gino.schema.PartitionOf.Edge.MINVALUE;
import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.partitionByHash;
import static io.gino.schema.Schema.partitionByList;
import static io.gino.schema.Schema.partitionByRange;
import static io.gino.schema.Schema.partitionOf;
import static io.gino.schema.Schema.primaryKey;
import static io.gino.schema.Schema.unique;
import static io.gino.sql.Sql.lower;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.DATE;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.ddl.Ddl;
import io.gino.ddl.SchemaPlan;
import io.gino.error.SchemaException;
import io.gino.error.StatementException;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.PartitionBy;
import io.gino.schema.PartitionOf;
import io.gino.schema.Table;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final MetaData metadata = new MetaData();

    private Table parent(PartitionBy key) {
        return metadata.table(
                "app.events",
                column("id", BIGINT),
                column("at", DATE).notNull(),
                column("kind", TEXT).indexed(),
                key);
    }

    private Ddl partition(PartitionOf partition) {
        return Creation.of(metadata.table("p", partition), metadata).get(0);
    }

    private static void assertThatFails(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run).isInstanceOf(SchemaException.class).hasMessage(message);
    }

    @Test
    void partitionsByRange() {
        Table events = parent(partitionByRange("at", "id"));

        assertThatSql(Creation.of(events, metadata).get(1))
                .isEqualTo("CREATE TABLE app.events (id bigint, at date NOT NULL, kind text)"
                        + " PARTITION BY RANGE (at, id)");
        assertThatSql(partition(partitionOf(events).from(NEW_YEAR, MINVALUE).to(NEW_YEAR.plusYears(1), 7)))
                .isEqualTo("CREATE TABLE p PARTITION OF app.events FOR VALUES FROM ('2026-01-01'::date, MINVALUE)"
                        + " TO ('2027-01-01'::date, 7)");
    }

    @Test
    void partitionsByList() {
        Table events = parent(partitionByList(lower(column("kind", TEXT))));

        assertThatSql(Creation.of(events, metadata).get(1))
                .isEqualTo("CREATE TABLE app.events (id bigint, at date NOT NULL, kind text)"
                        + " PARTITION BY LIST (lower(kind))");
        assertThatSql(partition(partitionOf(events).in("it's", null)))
                .isEqualTo("CREATE TABLE p PARTITION OF app.events FOR VALUES IN ('it''s', NULL)");
    }

    @Test
    void partitionsByHash() {
        assertThatSql(partition(partitionOf(parent(partitionByHash("id"))).modulus(4, 3)))
                .isEqualTo("CREATE TABLE p PARTITION OF app.events FOR VALUES WITH (MODULUS 4, REMAINDER 3)");
    }

    @Test
    void leavesTheRestToADefaultPartition() {
        assertThatSql(partition(partitionOf(parent(partitionByList("kind"))).asDefault()))
                .isEqualTo("CREATE TABLE p PARTITION OF app.events DEFAULT");
    }

    @Test
    void partitionsPartitionsWithConstraintsAndIndexesOfTheirOwn() {
        Table events = parent(partitionByRange("at"));
        Table year = metadata.table(
                "app.year",
                partitionOf(events).from(NEW_YEAR).to(MAXVALUE),
                partitionByHash("id"),
                check("positive", column("id", BIGINT).gt(0L)),
                unique("id", "at"),
                index().on("at"));

        assertThat(SchemaPlan.of(metadata).create(List.of(year)).stream().map(new PostgresCompiler()::compile))
                .containsExactly(
                        "CREATE SCHEMA IF NOT EXISTS app",
                        "CREATE TABLE app.year PARTITION OF app.events (CONSTRAINT positive CHECK (id > 0),"
                                + " CONSTRAINT uq_year_id_at UNIQUE (id, at))"
                                + " FOR VALUES FROM ('2026-01-01'::date) TO (MAXVALUE) PARTITION BY HASH (id)",
                        "CREATE INDEX ix_year_at ON app.year (at)");
    }

    @Test
    void selectsFromPartitionsLikeFromTables() {
        Table events = metadata.table(
                "events", column("id", BIGINT), column("at", DATE), primaryKey("id", "at"), partitionByRange("at"));
        Table rest = metadata.table("rest", partitionOf(events).asDefault());

        assertThat(rest.primaryKey()).extracting(Column::name).containsExactly("id", "at");
        assertThatSql(rest.select()).isEqualTo("SELECT rest.id, rest.at FROM rest");
        assertThatSql(Creation.of(rest, metadata).get(0)).isEqualTo("CREATE TABLE rest PARTITION OF events DEFAULT");
    }

    @Test
    void createsPartitionsAfterWhatTheyArePartsOf() {
        Table events = metadata.table(
                "events",
                column("at", DATE).primaryKey(),
                column("note_id", BIGINT).references("notes.id"),
                partitionByRange("at"));
        MetaData reordered = new MetaData();
        Table rest = reordered.table("rest", partitionOf(events).asDefault());
        reordered.table(
                "notes", column("id", BIGINT).primaryKey(), column("at", DATE).references("rest.at"));
        reordered.add(events);

        assertThat(SchemaPlan.of(reordered).createAll().stream()
                        .map(new PostgresCompiler()::compile)
                        .map(sql -> sql.replaceAll(" (\\(|FOREIGN).*", "")))
                .containsExactly(
                        "CREATE TABLE notes",
                        "CREATE TABLE events",
                        "CREATE TABLE rest PARTITION OF events DEFAULT",
                        "ALTER TABLE notes ADD CONSTRAINT fk_notes_at_rest");
        assertThat(SchemaPlan.of(reordered).drop(List.of(rest, events)).stream().map(new PostgresCompiler()::compile))
                .containsExactly("DROP TABLE rest", "DROP TABLE events");
    }

    @Test
    void rejectsPartitionsOfTablesThatAreNotPartitioned() {
        Table plain = metadata.table("plain", column("id", BIGINT));

        assertThatFails(
                () -> partitionOf(plain),
                "Table 'plain' is not partitioned and can have no partitions. Declare it with partitionByRange(…),"
                        + " partitionByList(…) or partitionByHash(…).");
    }

    @Test
    void rejectsBoundsOfAnotherKind() {
        Table events = parent(partitionByList("kind"));

        assertThatFails(
                () -> partitionOf(events).from("a"),
                "Table 'app.events' is partitioned by LIST: its partitions take in(…), not from(…).to(…).");
        assertThatFails(
                () -> partitionOf(events).modulus(2, 1),
                "Table 'app.events' is partitioned by LIST: its partitions take in(…), not modulus(…).");
        assertThatThrownBy(() -> partitionOf(events).in(7))
                .isInstanceOf(StatementException.class)
                .hasMessage("A value of type text is a String in Java; got a java.lang.Integer.");
    }

    @Test
    void rejectsBoundsThatAreNone() {
        Table events = parent(partitionByRange("at", "id"));
        Table hashed = metadata.table("hashed", column("id", BIGINT), partitionByHash("id"));
        String unsaid = "Table 'p' is a partition of 'app.events' and does not say of which rows."
                + " Add from(…).to(…), in(…), modulus(…) or asDefault().";

        assertThatFails(() -> partition(partitionOf(events)), unsaid);
        assertThatFails(() -> partition(partitionOf(events).from(MINVALUE, MINVALUE)), unsaid);
        assertThatFails(
                () -> partitionOf(events).to(NEW_YEAR, 1),
                "A partition of 'app.events' says to(…) without from(…). Begin with from(MINVALUE) when it has no lower"
                        + " end.");
        assertThatFails(
                () -> partitionOf(events).from(NEW_YEAR),
                "Table 'app.events' is partitioned by 2 columns; got 1 values for an end of a partition.");
        assertThatFails(
                () -> partitionOf(hashed).modulus(4, 4),
                "A hash is divided by 1 at least and leaves a remainder from 0 to below that; got modulus 4 and"
                        + " remainder 4.");
        assertThatFails(
                () -> partitionOf(hashed).asDefault(),
                "Table 'hashed' is partitioned by HASH and leaves no row for a default partition.");
    }

    @Test
    void rejectsKeysThatCannotBeUniqueAcrossPartitions() {
        assertThatFails(
                () -> metadata.table(
                        "t", column("id", BIGINT).primaryKey(), column("at", DATE), partitionByRange("at")),
                "The primary key of 't' (id) must have every column that the table is partitioned by, and no expression"
                        + " among them; it is partitioned by: at.");
        assertThatFails(
                () -> metadata.table("t", column("at", DATE), column("x", TEXT).unique(), partitionByList("at")),
                "The unique constraint of 't' (x) must have every column that the table is partitioned by, and no"
                        + " expression among them; it is partitioned by: at.");
    }

    @Test
    void rejectsKeysThatAreNone() {
        assertThatFails(
                () -> parent(partitionByRange("when")),
                "Table 'app.events' has no column 'when'. It has: id, at, kind.");
        assertThatFails(() -> partitionByHash(new String[0]), "Partitioning takes one column or expression at least.");
        assertThatFails(
                () -> metadata.table("t", column("a", TEXT), partitionByList("a"), partitionByHash("a")),
                "Table 't' is partitioned twice.");
    }

    @Test
    void rejectsColumnsInPartitions() {
        Table events = parent(partitionByList("kind"));

        assertThatFails(
                () -> metadata.table("p", column("a", TEXT), partitionOf(events).asDefault()),
                "Table 'p' is a partition of 'app.events' and has its columns, and none of its own; got 'a'.");
    }
}
