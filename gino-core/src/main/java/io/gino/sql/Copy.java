/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import java.util.List;
import java.util.Optional;

/**
 * {@code COPY}: rows by the thousand, which travel beside the statement. No {@link Statement}, since the verbs do not
 * run it: an engine's {@code copyIn} and {@code copyOut} do.
 *
 * @since 0.1.0
 */
public sealed interface Copy permits Copy.In, Copy.Out {

    /** What each row consists of, in order. */
    List<? extends Expression<?>> columns();

    Options options();

    /** How rows are spelled. */
    enum Format {
        TEXT,
        CSV,
        BINARY
    }

    /**
     * Rows for a table, from the client.
     *
     * @param columns the columns to fill; the others get their defaults
     */
    record In(TableClause table, List<? extends ColumnClause<?>> columns, Options options) implements Copy {

        public In {
            columns = own(table, columns);
        }

        static In of(TableClause table, ColumnClause<?>... columns) {
            return new In(table, columns.length == 0 ? table.columns() : List.of(columns), Options.TEXT);
        }

        /** The same with rows spelled so. */
        public In with(Options spelling) {
            return new In(table, columns, spelling);
        }

        @Override
        public String toString() {
            return StatementPrinter.toString(this);
        }
    }

    /**
     * Rows for the client.
     *
     * @param table the table that they are of; empty when they are those of the query
     * @param query the query that they are of; empty when they are those of the table
     */
    record Out(
            Optional<TableClause> table,
            Optional<Query<?>> query,
            List<? extends Expression<?>> columns,
            Options options)
            implements Copy {

        public Out {
            columns = List.copyOf(columns);
            if (table.isPresent() == query.isPresent()) {
                throw new StatementException("COPY reads the rows of a table or of a query: give one of them.");
            }
        }

        static Out of(TableClause table, ColumnClause<?>... columns) {
            List<? extends ColumnClause<?>> chosen = columns.length == 0 ? table.columns() : List.of(columns);
            return new Out(Optional.of(table), Optional.empty(), own(table, chosen), Options.TEXT);
        }

        static Out of(Query<?> query) {
            return new Out(Optional.empty(), Optional.of(query), query.columns(), Options.TEXT);
        }

        /** The same with rows spelled so. */
        public Out with(Options spelling) {
            return new Out(table, query, columns, spelling);
        }

        @Override
        public String toString() {
            return StatementPrinter.toString(this);
        }
    }

    private static List<? extends ColumnClause<?>> own(TableClause table, List<? extends ColumnClause<?>> columns) {
        for (ColumnClause<?> column : columns) {
            if (column.source() != table) {
                throw new StatementException(
                        "Cannot copy " + column + ": it is not a column of '" + table.label() + "'.");
            }
        }
        if (columns.isEmpty()) {
            throw new StatementException("COPY of '" + table.label() + "' needs at least one column.");
        }
        return List.copyOf(columns);
    }

    /**
     * How rows are spelled.
     *
     * @param header whether the first line holds the names of the columns; in {@link Format#TEXT} from PostgreSQL 15 on
     * @param delimiter what stands between two values; empty for a tab, or a comma in CSV
     * @param nullText what stands for NULL; empty for {@code \N}, or for nothing at all in CSV
     */
    record Options(Format format, boolean header, Optional<String> delimiter, Optional<String> nullText) {

        public static final Options TEXT = new Options(Format.TEXT, false, Optional.empty(), Optional.empty());
        public static final Options CSV = new Options(Format.CSV, false, Optional.empty(), Optional.empty());
        public static final Options BINARY = new Options(Format.BINARY, false, Optional.empty(), Optional.empty());

        public Options {
            if (format == Format.BINARY && (header || delimiter.isPresent() || nullText.isPresent())) {
                throw new StatementException("COPY in BINARY has no header, delimiter or text for NULL.");
            }
            delimiter.ifPresent(text -> requireDelimiter(format, text));
            String forbidden = delimiter.orElse(format == Format.CSV ? "," : "\t") + (format == Format.CSV ? "\"" : "");
            nullText.ifPresent(text -> requireNullText(text, forbidden + "\n\r\0"));
        }

        private static void requireDelimiter(Format format, String text) {
            boolean single = text.length() == 1 && text.charAt(0) < 128;
            String refused = format == Format.CSV ? "\n\r\0\"" : "\n\r\0\\.abcdefghijklmnopqrstuvwxyz0123456789";
            if (!single || refused.contains(text)) {
                throw new StatementException("COPY in " + format + " cannot be delimited by '"
                        + text.replace('\0', '?') + "': it takes one character of ASCII, and no "
                        + (format == Format.CSV
                                ? "quote or end of line."
                                : "letter, digit, point, backslash or end of" + " line."));
            }
        }

        private static void requireNullText(String text, String forbidden) {
            if (text.chars().anyMatch(c -> forbidden.indexOf(c) >= 0)) {
                throw new StatementException("COPY cannot spell NULL as '" + text.replace('\0', '?')
                        + "': it holds the delimiter, a quote or an end of line.");
            }
        }

        public Options withHeader() {
            return new Options(format, true, delimiter, nullText);
        }

        public Options withDelimiter(char character) {
            return new Options(format, header, Optional.of(String.valueOf(character)), nullText);
        }

        public Options withNullText(String text) {
            return new Options(format, header, delimiter, Optional.of(text));
        }
    }
}
