/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import java.util.Optional;

/**
 * A name in the database.
 *
 * @param schema the schema that statements name; empty to leave it to the search path
 * @since 0.1.0
 */
public record QualifiedName(Optional<Identifier> schema, Identifier name) {

    /** Reads {@code name} or {@code schema.name}, each exactly as spelled. */
    public static QualifiedName parse(String text) {
        int dot = text.indexOf('.');
        return new QualifiedName(
                dot < 0 ? Optional.empty() : Optional.of(Identifier.of(text.substring(0, dot))),
                Identifier.of(text.substring(dot + 1)));
    }

    /** The name as SQL text, quoted where it must be. */
    public String sql() {
        return schema.isPresent() ? schema.get().sql() + "." + name.sql() : name.sql();
    }

    @Override
    public String toString() {
        return schema.isPresent() ? schema.get().name() + "." + name.name() : name.name();
    }
}
