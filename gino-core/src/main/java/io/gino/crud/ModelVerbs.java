package io.gino.crud;

import io.gino.engine.Status;
import io.gino.engine.Verbs;
import io.gino.load.ModelLoader;
import io.gino.model.Model;
import io.gino.row.Row;
import io.gino.sql.Delete;
import io.gino.sql.Insert;
import io.gino.sql.Update;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be done with models and their instances, one statement each. */
public interface ModelVerbs {

    /** What runs the statements. */
    Verbs verbs();

    /**
     * Inserts the instance and gives it back as the database stored it, with ids, defaults and generated values: the
     * same instance, or for a record a new one. An attribute that is null is left out where its column has a default, an
     * identity or another value of its own.
     */
    default <M> Mono<M> create(M instance) {
        return Mono.defer(() -> verbs().first(Inserts.one(modelOf(instance), instance)));
    }

    /**
     * Inserts all instances and gives them back as {@link #create} does, in their order. One statement, whatever their
     * number, when the same attributes are set in all of them.
     */
    default <M> Flux<M> createMany(Iterable<? extends M> instances) {
        return Flux.<M>fromIterable(instances).collectList().flatMapMany(list -> {
            if (list.isEmpty()) {
                return Flux.empty();
            }
            Model<M> model = modelOf(list.get(0));
            return inOrder(list.size(), Inserts.many(model, list));
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

    private <M> Flux<M> inOrder(int size, Map<List<Integer>, Insert<M>> inserts) {
        if (inserts.size() == 1) {
            return verbs().all(inserts.values().iterator().next());
        }
        Object[] stored = new Object[size];
        return Flux.fromIterable(inserts.entrySet())
                .concatMap(insert -> verbs().all(insert.getValue())
                        .index()
                        .doOnNext(row -> stored[insert.getKey().get(row.getT1().intValue())] = row.getT2()))
                .thenMany(Flux.defer(() -> ModelVerbs.<M>fromArray(stored)));
    }

    @SuppressWarnings("unchecked") // only Ms were put in
    private static <M> Flux<M> fromArray(Object[] stored) {
        return Flux.fromIterable((List<M>) Arrays.asList(stored));
    }

    /**
     * The instance of this primary key; empty when there is none.
     *
     * @param key the value; for a key of several columns a list in the key's order, or a map by attribute names
     */
    default <M> Mono<M> get(Class<M> model, Object key) {
        return Mono.defer(() -> {
            ModelLoader<M> loader = ModelLoader.load(model);
            return verbs().all(loader.select().where(Keys.condition(loader.model(), key)))
                    .singleOrEmpty();
        });
    }

    /** A query of the model's instances. */
    default <M> ModelQuery<M> query(Class<M> model) {
        return query(ModelLoader.load(model));
    }

    /** A query of a model's instances together with those related to them. */
    default <M> ModelQuery<M> query(ModelLoader<M> loader) {
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

    /** Deletes the row of this instance; that there is none is no error, see {@link Status#affected}. */
    default <M> Mono<Status> delete(M instance) {
        return Mono.defer(() -> {
            Model<M> model = modelOf(instance);
            return verbs().status(model.table().delete().where(Keys.of(model, instance)));
        });
    }

    /** A DELETE from the model's table, to run with {@code as(db::status)}. */
    default <M> Delete<Row> delete(Class<M> model) {
        return Model.of(model).table().delete();
    }

    @SuppressWarnings("unchecked") // an instance's class
    private static <M> Model<M> modelOf(M instance) {
        return Model.of((Class<M>) instance.getClass());
    }
}
