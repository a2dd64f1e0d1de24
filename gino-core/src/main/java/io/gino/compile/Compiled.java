package io.gino.compile;

import io.gino.row.RowColumns;
import java.util.List;
import java.util.Optional;

/**
 * A statement as PostgreSQL takes it. The same shape of statement always has the same text.
 *
 * @param command the SQL command, such as {@code INSERT}; of raw SQL its first word
 * @param slots what belongs in {@code $1}, {@code $2}, … in their order
 * @param columns what it returns; empty when only PostgreSQL knows
 */
public record Compiled(String command, String sql, List<BindSlot> slots, Optional<RowColumns> columns) {

    public Compiled {
        slots = List.copyOf(slots);
    }

    /** A command that takes no values and returns nothing. */
    public static Compiled command(String sql) {
        return new Compiled(sql, sql, List.of(), Optional.empty());
    }

    /** Whether this only reads, so that a cursor can be opened for it. */
    public boolean isQuery() {
        return command.equals("SELECT");
    }
}
