package io.gino.schema;

import java.util.List;
import java.util.Optional;

/** The columns that identify a row. */
public record PrimaryKey(Optional<String> name, List<String> columns) implements Constraint {

    public PrimaryKey {
        columns = KeyColumns.of("primary key", columns);
    }
}
