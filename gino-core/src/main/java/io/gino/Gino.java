package io.gino;

import io.gino.model.Model;
import io.gino.schema.MetaData;

/** Metadata and engine in one: the object that applications hold. A service: thread-safe. */
public class Gino extends MetaData {

    /** The model of a class, its table among this metadata's from now on. */
    public <M> Model<M> model(Class<M> type) {
        Model<M> model = Model.of(type);
        add(model.table());
        return model;
    }
}
