/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which model has taken the constraint or index of a static field; no other one can. */
final class Attachments {

    private static final ClassValue<Map<String, String>> MODELS_BY_FIELD = new ClassValue<>() {
        @Override
        protected Map<String, String> computeValue(Class<?> owner) {
            return new ConcurrentHashMap<>();
        }
    };

    private Attachments() {}

    /** @throws SchemaException when it belongs to another model */
    static void require(Source source, Class<?> model) {
        if (!(source instanceof Source.OfField)) {
            return;
        }
        Class<?> owner = source.owner();
        boolean isOfSuperclass =
                owner != model && !owner.isInterface() && ModelKind.of(owner).isConcrete();
        String attached = isOfSuperclass
                ? owner.getName()
                : MODELS_BY_FIELD.get(owner).computeIfAbsent(source.name(), field -> model.getName());
        if (!attached.equals(model.getName())) {
            throw new SchemaException(source + " is already attached to the table of " + attached
                    + ", and cannot be attached to that of " + model.getName()
                    + " too. Declare it by a @DeclaredAttr method, which gives each model its own.");
        }
    }
}
