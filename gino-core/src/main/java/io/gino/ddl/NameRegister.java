/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.error.SchemaException;
import io.gino.schema.SchemaObject;
import io.gino.sql.Identifier;
import io.gino.sql.QualifiedName;
import io.gino.sql.TableClause;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has which name. In a schema tables, views, sequences and indexes share their names, and so do types and tables;
 * a table's constraints share theirs, of which keys and exclusions have indexes. Single-use.
 */
final class NameRegister {

    private final Map<String, String> ownersByName = new HashMap<>();

    void object(SchemaObject object) {
        String described = object.kind().word() + " '" + object.qualifiedName() + "'";
        switch (object.kind()) {
            case SCHEMA, EXTENSION -> {}
            case ENUM_TYPE, DOMAIN -> take("type", object.qualifiedName(), described);
            case SEQUENCE -> take("relation", object.qualifiedName(), described);
            case TABLE, VIEW -> {
                take("relation", object.qualifiedName(), described);
                take("type", object.qualifiedName(), described);
            }
        }
    }

    void index(CreateIndex index) {
        relation(index.table(), index.name(), "an index of '" + index.table() + "'");
    }

    void constraint(TableClause table, NamedConstraint named) {
        String described = "a constraint of '" + table + "'";
        take("constraint of " + table, new QualifiedName(Optional.empty(), named.name()), described);
        if (named.hasIndex()) {
            relation(table, named.name(), described);
        }
    }

    private void relation(TableClause table, Identifier name, String owner) {
        take("relation", new QualifiedName(table.schema(), name), owner);
    }

    private void take(String space, QualifiedName name, String owner) {
        String other = ownersByName.putIfAbsent(space + " " + name, owner);
        if (other != null) {
            throw new SchemaException("The name '" + name + "' is given twice: to " + other + " and to " + owner
                    + ". Name one of them otherwise.");
        }
    }
}
