/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.engine.Status;
import io.gino.engine.Verbs;
import io.gino.error.IntegrityViolation;
import io.gino.error.NoSuchRowException;
import io.gino.error.StaleRowException;
import io.gino.load.Loader;
import io.gino.load.ModelLoader;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.Row;
import io.gino.sql.Delete;
import io.gino.sql.Sql;
import io.gino.sql.Update;
import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What can be done with models and their instances, one statement each.
 *
 * @since 0.1.0
 */
public interface ModelVerbs {

    /** What runs the statements. */
    Verbs verbs();

    /**
     * Inserts the instance and gives it back as the database stored it, with ids, defaults and generated values: the
     * same instance, or for a record a new one. An attribute that is null is left out where its column has a default, an
     * identity or another value of its own.
     */
    default <M> Mono<M> create(M instance) {
        return Mono.defer(() -> {
            M prepared = Hooks.beforeCreate(instance);
            return new Inserts<>(modelOf(prepared), Optional.<Upsert<M>>empty())
                    .one(verbs(), prepared)
                    .doOnNext(Hooks::afterCreate);
        });
    }

    /**
     * Inserts all instances, or none, and gives them back as {@link #create} does, in their order. One statement,
     * whatever their number, with an INSERT for each set of columns that they leave out.
     */
    default <M> Flux<M> createMany(Iterable<? extends M> instances) {
        return insertMany(instances, Optional.empty());
    }

    /** Inserts instances as they come, so many in a statement, and gives them back as they are stored. */
    default <M> Flux<M> createMany(Publisher<? extends M> instances, int batch) {
        return Flux.<M>from(instances).buffer(batch).concatMap(this::createMany);
    }

    /**
     * Inserts the instance, or, when a row of its primary key is there, gives that row the instance's values. One
     * statement, which other transactions cannot come between. When the model has a {@link io.gino.model.Version}, and
     * the instance one that is not the row's, {@link StaleRowException}.
     */
    default <M> Mono<M> upsert(M instance) {
        return upsert(instance, how -> how);
    }

    /**
     * Inserts the instance, or does with the row that is there what is said here: {@code db.upsert(user, row ->
     * row.on(User_.email).set(User_.logins, User_.logins.plus(1)))}. Empty when the row that is there stays as it is.
     */
    default <M> Mono<M> upsert(M instance, UnaryOperator<Upsert<M>> how) {
        return Mono.defer(() -> {
            M prepared = Hooks.beforeCreate(instance);
            Model<M> model = modelOf(prepared);
            return new Inserts<>(model, Optional.of(how.apply(Upsert.of(model))))
                    .one(verbs(), prepared)
                    .doOnNext(Hooks::afterCreate);
        });
    }

    /**
     * Inserts or updates all instances as {@link #upsert} does, and gives them back in their order. Where rows that are
     * there may stay as they are, only those that do not are given, as new instances.
     */
    default <M> Flux<M> upsertMany(Iterable<? extends M> instances, UnaryOperator<Upsert<M>> how) {
        return insertMany(instances, Optional.of(how));
    }

    private <M> Flux<M> insertMany(Iterable<? extends M> instances, Optional<UnaryOperator<Upsert<M>>> how) {
        return Flux.<M>fromIterable(instances)
                .map(Hooks::beforeCreate)
                .collectList()
                .flatMapMany(list -> {
                    if (list.isEmpty()) {
                        return Flux.empty();
                    }
                    Model<M> model = modelOf(list.get(0));
                    Optional<Upsert<M>> upsert = how.map(way -> way.apply(Upsert.of(model)));
                    return new Inserts<>(model, upsert)
                            .many(verbs(), list)
                            .doOnNext(Hooks::afterCreate)
                            .onErrorMap(IntegrityViolation.class, violation -> Refusal.of(violation, model, list));
                });
    }

    /**
     * Stores any number of instances by one COPY, in bounded memory, all or none; see
     * {@link io.gino.engine.CopyVerbs#copyIn}. It gives nothing back that the database makes. An attribute that is null in
     * the first instance, where its column has a default, an identity or another value of its own, is left out for all;
     * an instance that differs in this is refused, and nothing is stored.
     */
    default <M> Mono<Status> copyIn(Class<M> model, Publisher<? extends M> instances) {
        return Flux.<M>from(instances)
                .switchOnFirst((signal, all) -> {
                    M first = signal.get();
                    if (first == null) {
                        return all.thenMany(Mono.just(new Status("COPY", 0, 0)));
                    }
                    Copies<M> copies = new Copies<>(Model.of(model), first);
                    return verbs().copyIn(Model.of(model).table(), copies.columns(), all.map(copies::row));
                })
                .single();
    }

    /**
     * The instance of this primary key; empty when there is none. Reads of one model that come at the same time, outside
     * of transactions and acquired connections, may be gathered into one statement; see
     * {@link io.gino.engine.EngineBuilder#gatherReads}.
     *
     * @param key the value; for a key of several columns a list in the key's order, a map by attribute names, the value
     *     object that instances hold for it, or a record with components of its attributes' names
     */
    default <M> Mono<M> get(Class<M> model, Object key) {
        return Mono.defer(() -> verbs().read(ReadByKey.of(verbs(), model, key)));
    }

    /** The instance of this primary key, its row locked against change by others until the transaction ends. */
    default <M> Mono<M> getForUpdate(Class<M> model, Object key) {
        return Mono.defer(() -> verbs().all(query(model).ofKey(key).forUpdate()).singleOrEmpty());
    }

    /**
     * The instances of these primary keys, in the order of the keys; what is not there is left out. One statement,
     * whatever their number.
     *
     * @param keys each as for {@link #get}
     */
    default <M> Flux<M> getMany(Class<M> model, Collection<?> keys) {
        return Flux.defer(
                () -> keys.isEmpty() ? Flux.empty() : verbs().all(query(model).ofKeys(keys)));
    }

    /** Whether there is an instance of this primary key. */
    default <M> Mono<Boolean> exists(Class<M> model, Object key) {
        return Mono.defer(() -> verbs().first(Sql.select(Sql.exists(query(model).ofKey(key)))));
    }

    /** The number of the model's instances. */
    default <M> Mono<Long> count(Class<M> model) {
        return query(model).count();
    }

    /**
     * The instance as the database has it now: itself, changed, or for a record a new one. When its row is not there,
     * {@link NoSuchRowException}.
     */
    default <M> Mono<M> refresh(M instance) {
        return Mono.defer(() -> {
            Model<M> model = modelOf(instance);
            return verbs().all(model.table()
                            .select()
                            .where(Keys.of(model, instance))
                            .read(Stored.in(model, instance)))
                    .singleOrEmpty()
                    .switchIfEmpty(Mono.error(() -> new NoSuchRowException(
                            "The row of this " + model + " is not there any more, so it was not read again.")));
        });
    }

    /** A query of the model's instances. */
    default <M> ModelQuery<M> query(Class<M> model) {
        return query(ModelLoader.load(model));
    }

    /** A query of a model's instances together with what is related to them, or of views made of both. */
    default <M> ModelQuery<M> query(Loader<M> loader) {
        return new ModelQuery<>(verbs(), loader);
    }

    /** New values for the row of this instance; nothing is sent before {@link UpdateRequest#apply}. */
    default <M> UpdateRequest<M> update(M instance) {
        return new UpdateRequest<>(verbs(), modelOf(instance), instance);
    }

    /** An UPDATE of the model's table, to run with {@code as(db::status)}. */
    default <M> Update<Row> update(Class<M> model) {
        return Model.of(model).table().update();
    }

    /**
     * Gives the rows of these instances the values that they hold in memory, and gives the instances as stored, in their
     * order. One statement, whatever their number. Rows that are not there, or for a model with a
     * {@link io.gino.model.Version} not at that of their instance, are named in an error; the others have been stored.
     *
     * @param only the attributes to store; none for all but the key and what changes by itself
     */
    default <M> Flux<M> updateMany(Iterable<? extends M> instances, ColumnAttribute<?, ?>... only) {
        return Flux.<M>fromIterable(instances).collectList().flatMapMany(list -> {
            if (list.isEmpty()) {
                return Flux.empty();
            }
            UpdateMany<M> update = new UpdateMany<>(modelOf(list.get(0)), list, only);
            return verbs().all(update.statement())
                    .collectList()
                    .flatMapIterable(update::inOrder)
                    .doOnNext(Hooks::afterUpdate);
        });
    }

    /**
     * Deletes the row of this instance, or marks it as deleted when its model has a {@link io.gino.model.SoftDelete}
     * attribute; that there is none is no error, see {@link Status#affected}. When the model has a
     * {@link io.gino.model.Version}, and the row another one than the instance, {@link StaleRowException}.
     */
    default <M> Mono<Status> delete(M instance) {
        return Mono.defer(() -> Deletion.asDeclared(modelOf(instance), instance).run(verbs()));
    }

    /** Deletes the row of this instance, whatever its model says. */
    default <M> Mono<Status> deleteForGood(M instance) {
        return Mono.defer(() -> Deletion.forGood(modelOf(instance), instance).run(verbs()));
    }

    /** A DELETE of rows for good from the model's table, to run with {@code as(db::status)}. */
    default <M> Delete<Row> delete(Class<M> model) {
        return Model.of(model).table().delete();
    }

    @SuppressWarnings("unchecked") // an instance's class
    private static <M> Model<M> modelOf(M instance) {
        return Model.of((Class<M>) instance.getClass());
    }
}
