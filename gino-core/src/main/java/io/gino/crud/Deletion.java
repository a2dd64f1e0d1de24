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
import io.gino.sql.Update;
import java.util.Optional;
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
                .orElseGet(() -> mark.isPresent() ? verbs.status(marking(row)) : verbs.status(removing(row)))
                .doOnNext(status -> Hooks.afterDelete(instance));
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
        Condition same = row.and(guard.holds());
        ColumnAttribute<M, ?> version = guard.version();
        CommonTable written = mark.isPresent()
                ? marking(same).returning(version).asCommonTable("written")
                : removing(same).returning(version).asCommonTable("written");
        String command = mark.isPresent() ? "UPDATE" : "DELETE";
        return verbs.all(guard.around(written, row, cells -> new Status(command, 1, 0)))
                .singleOrEmpty()
                .defaultIfEmpty(new Status(command, 0, 0));
    }
}
