/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.sql.Identifier;
import io.gino.sql.QualifiedName;
import java.util.Optional;

/**
 * An extension of PostgreSQL, whose files the server must have.
 *
 * @param schema where its types and functions go; empty for the first schema of the search path
 * @param version empty for the newest that the server has
 * @param isCascading whether the extensions that it needs are created too
 * @since 0.1.0
 */
public record Extension(Identifier name, Optional<Identifier> schema, Optional<String> version, boolean isCascading)
        implements SchemaObject {

    static Extension of(String name) {
        return new Extension(Identifier.of(name), Optional.empty(), Optional.empty(), false);
    }

    /** With its types and functions in this schema. */
    public Extension in(String schemaName) {
        return new Extension(name, Optional.of(Identifier.of(schemaName)), version, isCascading);
    }

    public Extension version(String wanted) {
        return new Extension(name, schema, Optional.of(wanted), isCascading);
    }

    /** Together with the extensions that it needs. */
    public Extension cascade() {
        return new Extension(name, schema, version, true);
    }

    @Override
    public Kind kind() {
        return Kind.EXTENSION;
    }

    @Override
    public QualifiedName qualifiedName() {
        return new QualifiedName(Optional.empty(), name);
    }
}
