package io.gino.schema;

import java.util.List;
import java.util.Optional;

/** Columns whose values together occur once. */
public record Unique(Optional<String> name, List<String> columns) implements Constraint {

    public Unique {
        columns = KeyColumns.of("unique constraint", columns);
    }
}
