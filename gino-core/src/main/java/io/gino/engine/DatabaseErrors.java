/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.CheckViolation;
import io.gino.error.ConnectionException;
import io.gino.error.ConnectionLost;
import io.gino.error.DataException;
import io.gino.error.DatabaseError;
import io.gino.error.DatabaseException;
import io.gino.error.Deadlock;
import io.gino.error.ExclusionViolation;
import io.gino.error.ForeignKeyViolation;
import io.gino.error.GinoException;
import io.gino.error.InsufficientResources;
import io.gino.error.LockNotAvailable;
import io.gino.error.NotNullViolation;
import io.gino.error.QueryTimeout;
import io.gino.error.SerializationFailure;
import io.gino.error.UndefinedTable;
import io.gino.error.UniqueViolation;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The driver's exceptions as gino's: what is wrong with which thing, with the SQL and without its values. */
final class DatabaseErrors {

    /** The columns of a key in PostgreSQL's detail, {@code Key (a, b)=(…)}, in whatever language it speaks. */
    private static final Pattern KEY = Pattern.compile("\\(([^=]+)\\)=\\(");

    /** Where in a COPY something went wrong, {@code COPY users, line 3, column age: …}, in whatever language. */
    private static final Pattern COPY_LINE = Pattern.compile("(?m)^COPY [^\\n]*?, [^\\d\\s]+ (\\d+)");

    private DatabaseErrors() {}

    /** The exception for what went wrong while this SQL ran; what is not the driver's stays as it is. */
    static Throwable translate(Throwable failure, @Nullable String sql) {
        if (failure instanceof PostgresqlException postgres) {
            return exception(postgres.getErrorDetails(), sql, failure);
        } else if (failure instanceof R2dbcException driver) {
            DatabaseError error = new DatabaseError(state(driver.getSqlState()), sql, null, null, List.of(), null);
            return new DatabaseException(
                    "The driver refused the statement: " + driver.getMessage() + suffix(sql), error, failure);
        }
        return failure;
    }

    /** The exception for a connection that did not come about. */
    static Throwable connecting(Throwable failure) {
        if (failure instanceof GinoException) {
            return failure;
        }
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String cause = deepest == failure ? "" : " (" + deepest.getMessage() + ")";
        return new ConnectionException(
                "Cannot get a connection to the database: " + failure.getMessage() + cause, failure);
    }

    private static String state(@Nullable String sqlState) {
        return sqlState == null ? "99999" : sqlState;
    }

    private static DatabaseException exception(ErrorDetails details, @Nullable String sql, Throwable cause) {
        DatabaseError error = new DatabaseError(
                details.getCode(),
                sql,
                details.getSchemaName().orElse(null),
                details.getTableName().orElse(null),
                columns(details),
                details.getConstraintName().orElse(null));
        String message = sentence(details, error, cause) + copied(details) + suffix(sql);
        return switch (details.getCode()) {
            case "23505" -> new UniqueViolation(message, error, cause);
            case "23503" -> new ForeignKeyViolation(message, error, cause);
            case "23502" -> new NotNullViolation(message, error, cause);
            case "23514" -> new CheckViolation(message, error, cause);
            case "23P01" -> new ExclusionViolation(message, error, cause);
            case "40001" -> new SerializationFailure(message, error, cause);
            case "40P01" -> new Deadlock(message, error, cause);
            case "57014" -> new QueryTimeout(message, error, cause);
            case "42P01" -> new UndefinedTable(message, error, cause);
            case "55P03" -> new LockNotAvailable(message, error, cause);
            case "57P01", "57P02", "57P03" -> new ConnectionLost(message, error, cause);
            default -> ofClass(message, error, cause, details);
        };
    }

    /** By the first two characters of the state, PostgreSQL's classes of errors. */
    private static DatabaseException ofClass(
            String message, DatabaseError error, Throwable cause, ErrorDetails details) {
        if (isLost(details)) {
            return new ConnectionLost(message, error, cause);
        }
        return switch (error.sqlState().substring(0, 2)) {
            case "22" -> new DataException(message, error, cause);
            case "53" -> new InsufficientResources(message, error, cause);
            default -> new DatabaseException(message, error, cause);
        };
    }

    /** Whether the connection has ended; the server may also find fault with how it is spoken to, and go on. */
    private static boolean isLost(ErrorDetails details) {
        return details.getCode().startsWith("08") && !"ERROR".equals(details.getSeverityNonLocalized());
    }

    /** The columns that PostgreSQL names: the one of a NOT NULL, or those of a key in the detail, never their values. */
    private static List<String> columns(ErrorDetails details) {
        Optional<String> column = details.getColumnName();
        if (column.isPresent()) {
            return List.of(column.get());
        }
        Matcher key = KEY.matcher(details.getDetail().orElse(""));
        return details.getCode().startsWith("23") && key.find()
                ? List.of(key.group(1).split(", "))
                : List.of();
    }

    private static String sentence(ErrorDetails details, DatabaseError error, Throwable cause) {
        if (isLost(details)) {
            return "The connection ended before the statement did, so whether it took effect is not known: "
                    + cause.getMessage() + ".";
        }
        return switch (details.getCode()) {
            case "23505" ->
                "Table '" + error.table() + "' already has a row with this " + keyOf(error) + " (constraint '"
                        + error.constraint() + "').";
            case "23503" ->
                "The " + keyOf(error) + " of table '" + error.table() + "' is not there, or still in use, on the other"
                        + " side of foreign key '" + error.constraint() + "'.";
            case "23502" -> "Column '" + error.table() + "." + keyOf(error) + "' cannot be NULL.";
            case "23514" -> "The row breaks the check '" + error.constraint() + "' of table '" + error.table() + "'.";
            case "42P01" ->
                "PostgreSQL refused the statement: " + withoutValues(details)
                        + " (42P01). What is declared is created by createAll(), or by a migration.";
            default -> "PostgreSQL refused the statement: " + withoutValues(details) + " (" + error.sqlState() + ").";
        };
    }

    /** Which row of a COPY it was, where it was one: its lines are rows. Only the number; the values follow it. */
    private static String copied(ErrorDetails details) {
        Matcher line = COPY_LINE.matcher(details.getWhere().orElse(""));
        return line.find() ? " It was row " + line.group(1) + " of the COPY." : "";
    }

    private static String keyOf(DatabaseError error) {
        return error.columns().isEmpty() ? "key" : String.join(", ", error.columns());
    }

    /** PostgreSQL's own words; those about bad data quote it at the end, and end before it here. */
    private static String withoutValues(ErrorDetails details) {
        String message = details.getMessage();
        int quoted = details.getCode().startsWith("22") ? message.indexOf(": \"") : -1;
        return quoted < 0 ? message : message.substring(0, quoted);
    }

    private static String suffix(@Nullable String sql) {
        return sql == null ? "" : " SQL: " + sql;
    }
}
