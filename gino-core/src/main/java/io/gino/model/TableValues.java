/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.TableItem;
import java.util.Map;
import java.util.Optional;

/** Declares the values that wait for the table. */
record TableValues(Model<?> model, Map<String, Member> members) {

    /** Adds them to those that are there. */
    void declare(Map<String, Object> declared) {
        for (Map.Entry<String, Member> member : members.entrySet()) {
            if (member.getValue() instanceof Member.Given given
                    && given.source().isWithTable()) {
                Optional<Object> value = given.source().give(model);
                value.ifPresent(present -> declared.put(member.getKey(), required(present, given.source())));
            }
        }
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
