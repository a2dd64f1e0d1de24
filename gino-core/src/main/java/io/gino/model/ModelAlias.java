package io.gino.model;

import io.gino.sql.Alias;
import io.gino.sql.Identifier;

/** A model's table under another name; compared by identity. */
public class ModelAlias<M> extends Alias {

    private final Model<M> model;

    protected ModelAlias(Model<M> model, Identifier identifier) {
        super(model.table(), identifier);
        this.model = model;
    }

    public Model<M> model() {
        return model;
    }
}
