/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.TableItem;
import java.util.Map;

/** Declares the values that wait for the table. */
record TableValues(Model<?> model, Map<String, Member> members) {

    /** Adds them to those that are there. */
    void declare(Map<String, Object> declared) {
        members.forEach((name, member) -> {
            if (member instanceof Member.Given given && given.source().isWithTable()) {
                given.source().give(model).ifPresent(value -> declared.put(name, required(value, given.source())));
            }
        });
        model.complete(declared);
    }

    private Object required(Object value, Source source) {
        if (value instanceof TableItem) {
            throw new SchemaException(source + " gives model " + model
                    + " something for its table, which is there already. Leave withTable out.");
        }
        return value;
    }
}
