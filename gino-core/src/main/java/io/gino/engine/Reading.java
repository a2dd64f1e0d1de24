/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reading of rows; their columns are looked at once, with the first. Single-use. */
final class Reading<R> {

    /** Stands for a row that has made nothing complete yet, since a publisher cannot carry null. */
    static final Object NOTHING = new Object();

    private final Compiled compiled;
    private final RowReader<R> reader;
    private final DriverCells cells;
    private @Nullable RowPass<R> pass;
    private int count;

    Reading(Compiled compiled, RowReader<R> reader, Settings settings) {
        this.compiled = compiled;
        this.reader = reader;
        this.cells = new DriverCells(settings.driverCodecs());
    }

    Object read(Row row, RowMetadata metadata) {
        if (pass == null) {
            RowColumns columns = compiled.columns().orElseGet(() -> DriverCells.columns(metadata));
            pass = reader.open(columns);
        }
        count++;
        R value = pass.read(cells.on(row));
        return value == null ? NOTHING : value;
    }

    /** How many rows have been read. */
    int count() {
        return count;
    }

    /** What only the last row completes. */
    List<R> end() {
        return pass == null ? List.of() : pass.end();
    }
}
