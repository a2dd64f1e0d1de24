/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.LoadException;
import io.gino.model.Lifecycle;
import io.gino.model.Model;
import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The reading of one result into instances of a model. Single-use. */
final class ModelPass<M> implements RowPass<M>, PartPass<M> {

    private final ModelLoader<M> loader;
    private final Model<M> model;
    private final boolean isDistinct;
    private final boolean isInGroups;
    private final boolean isWatching;
    private final int[] positions;
    /** The places of what tells instances apart; looked for when that is first done. */
    private int @Nullable [] identifying;

    private final List<Attachment<M, ?>> attachments = new ArrayList<>();
    private final Map<List<@Nullable Object>, M> instances = new LinkedHashMap<>();

    ModelPass(ModelLoader<M> loader, RowColumns selected, Related related) {
        this.loader = loader;
        this.model = loader.model();
        this.isDistinct = loader.isDistinct();
        this.isInGroups = loader.isInGroups();
        this.isWatching = Lifecycle.class.isAssignableFrom(model.type());
        this.positions = loader.positions(selected);
        if (isNowhere(positions)) {
            throw new LoadException("Cannot load " + model + ": none of its columns is in the result, which has: "
                    + String.join(", ", selected.names()) + ".");
        }
        loader.relations().forEach(relation -> attachments.add(Attachment.of(relation, selected, related)));
    }

    private static boolean isNowhere(int[] positions) {
        for (int position : positions) {
            if (position >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable M read(Cells cells) {
        if (isInGroups) {
            return group(cells);
        }
        M instance = instance(cells);
        return isDistinct ? null : instance;
    }

    /** The instance before, when this row begins the next. */
    private @Nullable M group(Cells cells) {
        M before = instances.isEmpty() || instances.containsKey(identity(cells))
                ? null
                : instances.values().iterator().next();
        if (before != null) {
            forget();
        }
        instance(cells);
        return before;
    }

    @Override
    public List<M> end() {
        return isDistinct ? new ArrayList<>(instances.values()) : List.of();
    }

    @Override
    public @Nullable M value(Cells cells) {
        return isAbsent(cells) ? null : instance(cells);
    }

    @Override
    public boolean repeats() {
        return isDistinct;
    }

    @Override
    public void forget() {
        instances.clear();
        attachments.forEach(Attachment::forget);
    }

    /** The instance of this row, with what is related to it in this row handed over. */
    private M instance(Cells cells) {
        M instance = isDistinct ? instances.computeIfAbsent(identity(cells), key -> made(cells)) : made(cells);
        for (Attachment<M, ?> attachment : attachments) {
            attachment.attach(instance, cells);
        }
        return instance;
    }

    private M made(Cells cells) {
        M instance = model.read(cells, positions);
        return isWatching ? loaded(instance) : instance;
    }

    @SuppressWarnings("unchecked") // a model that is told of itself
    private static <M> M loaded(M instance) {
        return ((Lifecycle<M>) instance).afterLoad();
    }

    private List<@Nullable Object> identity(Cells cells) {
        int[] columns = identifying();
        List<@Nullable Object> identity = new ArrayList<>(columns.length);
        for (int column : columns) {
            identity.add(value(cells, column));
        }
        return identity;
    }

    /** Whether the row has none of this model: an outer join found no partner. */
    private boolean isAbsent(Cells cells) {
        for (int column : identifying()) {
            if (value(cells, column) != null) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object value(Cells cells, int column) {
        return cells.get(positions[column], model.columns().get(column).type());
    }

    /** The places of what tells instances apart; of everything that is there, when none of that is. */
    private int[] identifying() {
        int[] found = identifying;
        if (found == null) {
            int[] there = loader.identifying().stream()
                    .mapToInt(Integer::intValue)
                    .filter(column -> positions[column] >= 0)
                    .toArray();
            found = there.length > 0
                    ? there
                    : IntStream.range(0, positions.length)
                            .filter(column -> positions[column] >= 0)
                            .toArray();
            identifying = found;
        }
        return found;
    }

    /** A relation in this result. */
    private record Attachment<M, C>(Relation<M, C> relation, PartPass<C> pass, Map<M, Set<C>> attached) {

        static <M, C> Attachment<M, C> of(Relation<M, C> relation, RowColumns selected, Related related) {
            return new Attachment<>(relation, relation.branch().open(selected, related), new IdentityHashMap<>());
        }

        /** Hands what is related over; what is told apart by its key only once. */
        void attach(M instance, Cells cells) {
            C related = pass.value(cells);
            if (related != null && (!pass.repeats() || firstTime(instance, related))) {
                relation.attach().accept(instance, related);
            }
        }

        private boolean firstTime(M instance, C related) {
            return attached.computeIfAbsent(instance, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .add(related);
        }

        void forget() {
            attached.clear();
            pass.forget();
        }
    }
}
