package io.gino.sql;

import java.util.Optional;

/**
 * The name of a function, in a schema of its own or where the search path finds it.
 *
 * @param schema empty to leave it to the search path
 */
public record QualifiedName(Optional<Identifier> schema, Identifier name) {

    /** Reads {@code name} or {@code schema.name}: what stands before the first point is the schema. */
    public static QualifiedName parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new QualifiedName(Optional.empty(), Identifier.of(text))
                : new QualifiedName(
                        Optional.of(Identifier.of(text.substring(0, dot))), Identifier.of(text.substring(dot + 1)));
    }

    /** The name as SQL text, quoted where it must be. */
    public String sql() {
        return schema.map(identifier -> identifier.sql() + ".").orElse("") + name.sql();
    }

    @Override
    public String toString() {
        return schema.map(identifier -> identifier + ".").orElse("") + name;
    }
}
