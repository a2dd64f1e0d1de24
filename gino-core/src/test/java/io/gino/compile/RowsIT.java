/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.Schema.column;
import static io.gino.type.Types.BYTEA;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.JSONB;
import static io.gino.type.Types.NUMERIC;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMPTZ;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.SchemaPlan;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Json;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows that are sent as one array for each column arrive as the rows that they were. */
@ExtendWith(PostgresExtension.class)
class RowsIT {

    private final Psql psql;
    private final Column<Integer> id = column("id", INTEGER);
    private final Column<List<String>> texts = column("texts", TEXT.array());
    private final Column<List<Json>> documents = column("documents", JSONB.array());
    private final Column<List<byte[]>> bytes = column("bytes", BYTEA.array());
    private final Column<List<BigDecimal>> numbers =
            column("numbers", Types.numeric(10, 2).array());
    private final Column<List<OffsetDateTime>> times = column("times", TIMESTAMPTZ.array());
    private final MetaData metadata = new MetaData();
    private final Table table = metadata.table("rows_of_arrays", id, texts, documents, bytes, numbers, times);

    RowsIT(TestDatabase database) {
        psql = new Psql(database);
    }

    @Test
    void keepsTheArraysOfRowsApart() {
        psql.run(SchemaPlan.of(metadata).createAll());
        Compiled insert = new PostgresCompiler()
                .compile(table.insert()
                        .rows(
                                table.columns(),
                                List.of(
                                        Arrays.asList(
                                                1,
                                                Arrays.asList("a b", "it's \"\\ {,}", "NULL", null, ""),
                                                List.of(new Json("{\"a\": \"\\\"\"}")),
                                                List.of(new byte[] {0, 92}),
                                                List.of(new BigDecimal("1E+1"), NUMERIC.convert(0.25)),
                                                List.of(OffsetDateTime.parse("2026-07-22T10:00:00Z"))),
                                        Arrays.asList(2, List.of(), List.of(), List.of(), List.of(), List.of()),
                                        Arrays.asList(3, null, null, null, null, null))));

        psql.query(insert.sql(), insert.slots().stream().map(BindSlot::value).toArray());

        assertThat(psql.query("SELECT to_json(rows_of_arrays)::text FROM rows_of_arrays ORDER BY id"))
                .containsExactly(
                        "{\"id\":1,\"texts\":[\"a b\",\"it's \\\"\\\\ {,}\",\"NULL\",null,\"\"],"
                                + "\"documents\":[{\"a\": \"\\\"\"}],\"bytes\":[\"\\\\x005c\"],\"numbers\":[10.00,0.25],"
                                + "\"times\":[\"2026-07-22T10:00:00+00:00\"]}",
                        "{\"id\":2,\"texts\":[],\"documents\":[],\"bytes\":[],\"numbers\":[],\"times\":[]}",
                        "{\"id\":3,\"texts\":null,\"documents\":null,\"bytes\":null,\"numbers\":null,\"times\":null}");
        psql.close();
    }
}
