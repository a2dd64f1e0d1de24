/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.engine.Verbs;
import io.gino.error.NoSuchRowException;
import io.gino.model.ColumnAttribute;
import io.gino.model.Lifecycle;
import io.gino.model.Model;
import io.gino.sql.Bind;
import io.gino.sql.CommonTable;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Select;
import io.gino.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * New values for the row of one instance, told by the key that the instance had when this was made. Values show in memory
 * at once (of a record in the one that {@link #apply} gives), expressions once they have been applied. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class UpdateRequest<M> implements Lifecycle.Changes<M> {

    private final Verbs verbs;
    private final Model<M> model;
    private final OneUpdate<M> update;
    private final Optional<VersionGuard<M>> read;
    private final Map<ColumnAttribute<M, ?>, Expression<?>> changes = new LinkedHashMap<>();
    private M instance;

    UpdateRequest(Verbs verbs, Model<M> model, M instance) {
        this.verbs = verbs;
        this.model = model;
        this.update = OneUpdate.of(model, instance);
        this.read = VersionGuard.of(model, instance);
        this.instance = instance;
    }

    /** A new value; null is NULL. */
    @Override
    public <T> UpdateRequest<M> set(ColumnAttribute<M, T> column, @Nullable T value) {
        column.requireSettable();
        T given = Documented.beforeSet(column, instance, value);
        instance = model.with(instance, Collections.singletonMap(column, given));
        set(column, new Bind<>(column.type(), given), changes);
        return this;
    }

    /** A new value if there is one, such as a field that a client may leave out; else the column stays as it is. */
    public <T> UpdateRequest<M> setIfPresent(ColumnAttribute<M, T> column, Optional<? extends T> value) {
        return value.isPresent() ? set(column, value.get()) : this;
    }

    /** A new value that the database computes. */
    public <T> UpdateRequest<M> set(ColumnAttribute<M, T> column, Expression<? extends T> value) {
        column.requireSettable();
        set(column, value, changes);
        return this;
    }

    /** The latest stands last: what is inside a document comes after the whole of it, or is gone with it. */
    private static <M> void set(
            ColumnAttribute<M, ?> column, Expression<?> value, Map<ColumnAttribute<M, ?>, Expression<?>> changes) {
        changes.remove(column);
        changes.put(column, value);
    }

    /**
     * Sends one UPDATE and gives the instance with what the database stored. When nothing was set nothing is sent. When
     * the row is not there, {@link NoSuchRowException}; when the model has a {@link io.gino.model.Version}, and the row
     * another one than the instance, {@link io.gino.error.StaleRowException}.
     */
    public Mono<M> apply() {
        return Mono.defer(() -> {
            if (changes.isEmpty()) {
                return Mono.just(instance);
            }
            Hooks.beforeUpdate(instance, this);
            return verbs.all(statement())
                    .reduce((first, later) -> first)
                    .doOnNext(this::applied)
                    .switchIfEmpty(Mono.error(() -> new NoSuchRowException(
                            "The row of this " + model + " is not there any more, so it was not updated.")));
        });
    }

    private void applied(M stored) {
        instance = stored;
        Hooks.afterUpdate(stored);
    }

    private Statement<M> statement() {
        return guard().<Statement<M>>map(this::guarded).orElseGet(() -> update.of(changes, Stored.in(model, instance)));
    }

    /** Of the version in memory, unless that is what is set. */
    private Optional<VersionGuard<M>> guard() {
        return read.flatMap(guard -> changes.containsKey(guard.version()) ? read : VersionGuard.of(model, instance));
    }

    private Select<M> guarded(VersionGuard<M> guard) {
        Condition row = update.row();
        List<ColumnAttribute<M, ?>> returned = update.changed(changes.keySet());
        CommonTable written = update.with(changes)
                .where(row)
                .where(guard.holds())
                .returning(returned.toArray(Expression<?>[]::new))
                .asCommonTable("written");
        int[] positions = guard.positions(returned);
        return guard.around(written, row, cells -> model.refresh(instance, cells, positions));
    }
}
