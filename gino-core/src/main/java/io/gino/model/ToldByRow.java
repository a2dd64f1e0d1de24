/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.row.Cells;
import io.gino.type.Json;
import io.gino.type.JsonTree;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of the row that is being read. Single-use. */
final class ToldByRow<M> extends Told<M> {

    private final Cells cells;
    private final int[] positions;

    ToldByRow(List<ColumnAttribute<M, ?>> columns, Documents<M> documents, Cells cells, int[] positions) {
        super(columns, documents);
        this.cells = cells;
        this.positions = positions;
    }

    @Override
    public boolean has(int column) {
        return positions[column] >= 0;
    }

    @Override
    public @Nullable Object get(int column) {
        return cells.get(positions[column], column(column).type());
    }

    @Override
    JsonTree document(int column) {
        SqlType<Json> type = column(column).type().bareName().equals("json") ? Types.JSON : Types.JSONB;
        Json document = cells.get(positions[column], type);
        return document == null ? JsonTree.empty() : JsonTree.of(document);
    }
}
