/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.schema.SchemaObject;

/**
 * Something that is declared and otherwise in the database.
 *
 * @param object what is declared
 * @param message what is different about it, in one sentence
 * @since 0.1.0
 */
public record SchemaDifference(SchemaObject object, String message) {

    @Override
    public String toString() {
        return message;
    }
}
