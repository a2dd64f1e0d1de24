/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.engine.Status;
import io.gino.engine.Verbs;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.model.Visibility;
import io.gino.row.Row;
import io.gino.sql.Assignment;
import io.gino.sql.CommonTable;
import io.gino.sql.Condition;
import io.gino.sql.Delete;
import io.gino.sql.Expression;
import io.gino.sql.Update;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The deletion of one instance's row, or its mark.
 *
 * @param mark what marks the row as deleted; empty to remove it
 */
record Deletion<M>(Model<M> model, M instance, Optional<Assignment> mark) {

    static <M> Deletion<M> asDeclared(Model<M> model, M instance) {
        return new Deletion<>(model, instance, Visibility.of(model).deletion());
    }

    static <M> Deletion<M> forGood(Model<M> model, M instance) {
        return new Deletion<>(model, instance, Optional.empty());
    }

    /** Runs it, and tells the instance; that there is no row is no error. */
    Mono<Status> run(Verbs verbs) {
        Condition row = row();
        Optional<VersionGuard<M>> guard = VersionGuard.of(model, instance);
        Hooks.beforeDelete(instance);
        return guard.map(held -> run(verbs, row, held))
                .orElseGet(() -> run(verbs, row))
                .doOnNext(status -> Hooks.afterDelete(instance));
    }

    private Mono<Status> run(Verbs verbs, Condition row) {
        List<ColumnAttribute<M, ?>> marked = marked();
        if (mark.isEmpty()) {
            return verbs.status(removing(row));
        } else if (marked.isEmpty()) {
            return verbs.status(marking(row));
        }
        return counted("UPDATE", verbs.all(marking(row).returning(marked, Stored.in(model, instance))));
    }

    /** What the mark changes in memory, so that the instance can be written again: nothing of one that cannot change. */
    private List<ColumnAttribute<M, ?>> marked() {
        return model.columns().stream()
                .filter(column -> mark.isPresent() && model.isMutable())
                .filter(column -> column == mark.orElseThrow().column() || column.changesByItself())
                .toList();
    }

    private Condition row() {
        Condition row = Keys.of(model, instance);
        return mark.isPresent() ? row.and(Visibility.of(model).condition()) : row;
    }

    private Update<Row> marking(Condition row) {
        return model.table().update().set(mark.orElseThrow()).where(row);
    }

    private Delete<Row> removing(Condition row) {
        return model.table().delete().where(row);
    }

    private Mono<Status> run(Verbs verbs, Condition row, VersionGuard<M> guard) {
        return mark.isPresent() ? mark(verbs, row, guard) : remove(verbs, row, guard);
    }

    private Mono<Status> remove(Verbs verbs, Condition row, VersionGuard<M> guard) {
        CommonTable written =
                removing(row.and(guard.holds())).returning(guard.version()).asCommonTable("written");
        return counted("DELETE", verbs.all(guard.around(written, row, cells -> guard)));
    }

    private Mono<Status> mark(Verbs verbs, Condition row, VersionGuard<M> guard) {
        List<ColumnAttribute<M, ?>> marked = marked().isEmpty() ? List.of(guard.version()) : marked();
        CommonTable written = marking(row.and(guard.holds()))
                .returning(marked.toArray(Expression<?>[]::new))
                .asCommonTable("written");
        int[] positions = guard.positions(marked);
        return counted(
                "UPDATE",
                verbs.all(guard.around(
                        written,
                        row,
                        cells -> model.isMutable() ? model.refresh(instance, cells, positions) : instance)));
    }

    private static Mono<Status> counted(String command, Flux<?> rows) {
        return rows.count().map(number -> new Status(command, number, 0));
    }
}
