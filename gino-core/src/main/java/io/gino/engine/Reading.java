/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reading of rows; their columns are looked at once, with the first. Single-use. */
final class Reading<R> {

    /** Stands for a row that has made nothing complete yet, since a publisher cannot carry null. */
    static final Object NOTHING = new Object();

    private final Compiled compiled;
    private final RowReader<R> reader;
    private final boolean isByDriver;
    private @Nullable DriverCells cells;
    private @Nullable RowPass<R> pass;
    private int count;

    Reading(Compiled compiled, RowReader<R> reader, Settings settings) {
        this.compiled = compiled;
        this.reader = reader;
        this.isByDriver = settings.driverCodecs();
    }

    /** The row, read by the driver's statement. */
    Object read(Row row, RowMetadata metadata) {
        DriverCells current = cells;
        if (current == null) {
            current = new DriverCells(isByDriver);
            cells = current;
        }
        if (pass == null) {
            open(compiled.columns().orElseGet(() -> DriverCells.columns(metadata)));
        }
        R value = next(current.on(row));
        return value == null ? NOTHING : value;
    }

    /** The row as it came; null when it has made nothing complete yet. */
    @Nullable
    R take(WireCells row) {
        if (pass == null) {
            open(compiled.columns().orElseGet(row::columns));
        }
        return next(row);
    }

    private void open(RowColumns columns) {
        pass = reader.open(columns);
    }

    private @Nullable R next(Cells row) {
        count++;
        return Objects.requireNonNull(pass).read(row);
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
