/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.PostgresCompiler;
import io.gino.sql.ColumnClause;
import io.gino.sql.Sql;
import io.gino.sql.TableClause;
import io.gino.type.Types;
import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.message.backend.DataRow;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which types the columns of a COPY have in the database, asked for in one message with it: the binary form of another
 * type of the same length would be stored as something else. From the first of the statements on the table is locked
 * against changes of its columns, by EXPLAIN, which needs no other right than COPY does. Only a transaction that sees what
 * was committed until now is told of the types: an older view of the catalog would not be the table's. Single-use.
 */
final class CopyTypes {

    private static final String CATALOG = "SELECT attname, atttypid FROM pg_catalog.pg_attribute"
            + " WHERE attrelid = CAST(:table AS pg_catalog.regclass) AND attnum > 0 AND NOT attisdropped"
            + " AND pg_catalog.current_setting('transaction_isolation') LIKE 'read %'";

    private final List<? extends ColumnClause<?>> columns;
    private final Map<String, Integer> numbers = new HashMap<>();

    CopyTypes(List<? extends ColumnClause<?>> columns) {
        this.columns = columns;
    }

    /** The COPY with the question before it. */
    static String asked(TableClause table, String copy, PostgresCompiler compiler) {
        String name = table.schema().map(schema -> schema.sql() + ".").orElse("")
                + table.identifier().sql();
        return "EXPLAIN (COSTS OFF) INSERT INTO " + name + " DEFAULT VALUES; "
                + compiler.compileWithLiterals(Sql.text(CATALOG).bind("table", Types.TEXT, name)) + "; " + copy;
    }

    /** Takes a row of the answer; those of EXPLAIN have one column. */
    void read(DataRow row) {
        ByteBuf[] cells = row.getColumns();
        if (cells.length == 2) {
            numbers.put(text(cells[0]), Integer.parseUnsignedInt(text(cells[1])));
        }
    }

    private static String text(ByteBuf cell) {
        return cell.toString(StandardCharsets.UTF_8);
    }

    /** Whether the transaction may know. */
    boolean areKnown() {
        return !numbers.isEmpty();
    }

    /** Whether each column holds just what its encoder writes. */
    boolean fit() {
        return columns.stream().allMatch(column -> fits(column, numbers.get(column.name())));
    }

    private static boolean fits(ColumnClause<?> column, @Nullable Integer number) {
        return number != null
                && column.type().encoder().map(encoder -> encoder.fits(number)).orElse(false);
    }
}
