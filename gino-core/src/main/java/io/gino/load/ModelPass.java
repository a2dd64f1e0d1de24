package io.gino.load;

import io.gino.error.LoadException;
import io.gino.model.Model;
import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reading of one result into instances of a model. Single-use. */
final class ModelPass<M> implements RowPass<M> {

    private final Model<M> model;
    private final boolean distinct;
    private final int[] positions;
    private final int[] identifying;
    private final List<SqlType<?>> types;
    private final List<Attachment<M, ?>> attachments = new ArrayList<>();
    private final Map<List<@Nullable Object>, M> instances = new LinkedHashMap<>();

    ModelPass(ModelLoader<M> loader, RowColumns selected) {
        this.model = loader.model();
        this.distinct = loader.isDistinct();
        this.positions = loader.positions(selected);
        this.identifying = loader.identifying();
        this.types = model.columns().stream()
                .<SqlType<?>>map(column -> column.type())
                .toList();
        if (Arrays.stream(positions).allMatch(position -> position < 0)) {
            throw new LoadException("Cannot load " + model + ": none of its columns is in the result, which has: "
                    + String.join(", ", selected.names()) + ".");
        }
        loader.relations().forEach(relation -> attachments.add(Attachment.of(relation, selected)));
    }

    @Override
    public @Nullable M read(Cells cells) {
        M instance = instance(cells);
        return distinct ? null : instance;
    }

    @Override
    public List<M> end() {
        return distinct ? new ArrayList<>(instances.values()) : List.of();
    }

    /** The instance of this row, with what is related to it in this row handed over. */
    private M instance(Cells cells) {
        M instance = distinct
                ? instances.computeIfAbsent(identity(cells), key -> model.read(cells, positions))
                : model.read(cells, positions);
        for (Attachment<M, ?> attachment : attachments) {
            attachment.attach(instance, cells);
        }
        return instance;
    }

    private List<@Nullable Object> identity(Cells cells) {
        List<@Nullable Object> identity = new ArrayList<>(identifying.length);
        for (int column : identifying) {
            identity.add(positions[column] < 0 ? null : cells.get(positions[column], types.get(column)));
        }
        return identity;
    }

    /** Whether the row has none of this model: an outer join found no partner. */
    private boolean isAbsent(Cells cells) {
        return identity(cells).stream().allMatch(value -> value == null);
    }

    /** A relation in this result. */
    private record Attachment<M, C>(Relation<M, C> relation, ModelPass<C> pass, Map<M, Set<C>> attached) {

        static <M, C> Attachment<M, C> of(Relation<M, C> relation, RowColumns selected) {
            return new Attachment<>(relation, new ModelPass<>(relation.loader(), selected), new IdentityHashMap<>());
        }

        /** Hands the related instance over; one that is told apart by its key only once. */
        void attach(M instance, Cells cells) {
            if (pass.isAbsent(cells)) {
                return;
            }
            C related = pass.instance(cells);
            if (!pass.distinct || firstTime(instance, related)) {
                relation.attach().accept(instance, related);
            }
        }

        private boolean firstTime(M instance, C related) {
            return attached.computeIfAbsent(instance, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .add(related);
        }
    }
}
