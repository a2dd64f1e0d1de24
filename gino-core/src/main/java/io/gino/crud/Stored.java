package io.gino.crud;

import io.gino.model.Model;
import io.gino.row.RowReader;
import java.util.List;
import java.util.function.Supplier;

/** Readers of what a statement has stored, into the instances that it came from. */
final class Stored {

    private Stored() {}

    /** Into this instance; a record is made anew. */
    static <M> RowReader<M> in(Model<M> model, M instance) {
        return ofEach(model, () -> instance);
    }

    /** Into these instances, a row for each in their order. */
    static <M> RowReader<M> in(Model<M> model, List<M> instances) {
        return columns -> ofEach(model, instances.iterator()::next).open(columns);
    }

    private static <M> RowReader<M> ofEach(Model<M> model, Supplier<M> next) {
        return columns -> {
            int[] positions = model.positions(columns);
            return cells -> model.refresh(next.get(), cells, positions);
        };
    }
}
