package io.gino.ddl;

import io.gino.schema.Naming;
import io.gino.schema.Table;
import io.gino.sql.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of one table's constraints and indexes: those given, and what the naming makes of the others, each once.
 * Single-use.
 */
final class Names {

    private final Table table;
    private final Naming naming;
    private final Set<String> taken = new HashSet<>();

    Names(Table table, Naming naming) {
        this.table = table;
        this.naming = naming;
        Stream.concat(
                        table.constraints().stream().map(constraint -> constraint.name()),
                        table.indexes().stream().map(index -> index.name()))
                .flatMap(Optional::stream)
                .forEach(taken::add);
    }

    Identifier name(Optional<String> given, Naming.Kind kind, List<String> parts) {
        return Identifier.of(
                given.orElseGet(() -> free(naming.name(kind, table.identifier().name(), parts))));
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
