/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.sql.Alias;
import io.gino.sql.Identifier;

/**
 * A model's table under another name; compared by identity.
 *
 * @since 0.1.0
 */
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
