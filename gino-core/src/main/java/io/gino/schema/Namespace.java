/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.sql.Identifier;
import io.gino.sql.QualifiedName;
import java.util.Optional;

/**
 * A schema of the database, in which tables, types and sequences have their names.
 *
 * @since 0.1.0
 */
public record Namespace(Identifier name) implements SchemaObject {

    @Override
    public Kind kind() {
        return Kind.SCHEMA;
    }

    @Override
    public QualifiedName qualifiedName() {
        return new QualifiedName(Optional.empty(), name);
    }
}
