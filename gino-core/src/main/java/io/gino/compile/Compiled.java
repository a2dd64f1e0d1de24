/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.row.RowColumns;
import java.util.List;
import java.util.Optional;

/**
 * A statement as PostgreSQL takes it. The same shape of statement always has the same text.
 *
 * @param command the SQL command, such as {@code INSERT}; of raw SQL its first word
 * @param sql the text without its values, as logs and errors show it
 * @param slots what belongs in {@code $1}, {@code $2}, … in their order
 * @param columns what it returns; empty when only PostgreSQL knows
 * @param table the table that it writes, or of several that it reads the first; empty text when there is none
 * @param sent the text that is sent: {@code sql}, except where PostgreSQL takes no binds and the values stand in it
 * @param isSingle whether it is surely one statement, which PostgreSQL can prepare; raw SQL may hold several
 * @since 0.1.0
 */
public record Compiled(
        String command,
        String sql,
        List<BindSlot> slots,
        Optional<RowColumns> columns,
        String table,
        String sent,
        boolean isSingle) {

    /** PostgreSQL counts the values of a statement by two bytes. */
    private static final int MOST_SLOTS = 65_535;

    public Compiled {
        slots = List.copyOf(slots);
        if (slots.size() > MOST_SLOTS) {
            throw new StatementException("PostgreSQL takes at most " + MOST_SLOTS + " values in one statement; this one"
                    + " has " + slots.size() + ". A list given to in(…), and the rows of createMany(…), travel as"
                    + " arrays, which count as one value each.");
        }
    }

    /** Perhaps of several statements. */
    public Compiled(String command, String sql, List<BindSlot> slots, Optional<RowColumns> columns, String table) {
        this(command, sql, slots, columns, table, sql, false);
    }

    /** Of no table that is known. */
    public Compiled(String command, String sql, List<BindSlot> slots, Optional<RowColumns> columns) {
        this(command, sql, slots, columns, "");
    }

    /** The same, sent as this text, in which its values stand. */
    public Compiled sentAs(String text) {
        return new Compiled(command, sql, List.of(), Optional.empty(), table, text, false);
    }

    /** The same for other values. */
    Compiled with(List<BindSlot> values) {
        return new Compiled(command, sql, values, columns, table, sent, isSingle);
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
