/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.error.SchemaException;
import io.gino.schema.Naming;
import io.gino.sql.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of the constraints and indexes of one table, view or domain: those given, and what the naming makes of the
 * others, each once. Single-use.
 */
final class Names {

    private final String owner;
    private final Naming naming;
    private final Set<String> taken = new HashSet<>();

    /** @param given the names that were given already */
    Names(Identifier owner, Naming naming, Stream<Optional<String>> given) {
        this.owner = owner.name();
        this.naming = naming;
        given.flatMap(Optional::stream).forEach(taken::add);
    }

    Identifier name(Optional<String> given, Naming.Kind kind, List<String> parts) {
        return Identifier.of(given.orElseGet(() -> free(named(kind, parts))));
    }

    private String named(Naming.Kind kind, List<String> parts) {
        String name = naming.name(kind, owner, parts);
        if (name == null || name.isEmpty()) {
            throw new SchemaException("The naming has no name for " + described(kind, parts)
                    + ", without which it could not be dropped. Give it one: named(…).");
        }
        return name;
    }

    private String described(Naming.Kind kind, List<String> parts) {
        if (kind == Naming.Kind.FOREIGN_KEY) {
            int last = parts.size() - 1;
            return "the foreign key from '" + owner + "' (" + String.join(", ", parts.subList(0, last)) + ") to '"
                    + parts.get(last) + "'";
        }
        return "the " + kind.word() + " of '" + owner + "' (" + String.join(", ", parts) + ")";
    }

    /** The name, with a number behind it when it is taken. */
    private String free(String name) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = Naming.fit(name + "_" + number);
        }
        return free;
    }
}
