/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.ddl.Ddl;
import io.gino.error.GinoException;
import io.gino.error.StatementException;
import io.gino.row.RowColumns;
import io.gino.row.Selectable;
import io.gino.sql.Copy;
import io.gino.sql.Delete;
import io.gino.sql.Insert;
import io.gino.sql.Merge;
import io.gino.sql.Query;
import io.gino.sql.Script;
import io.gino.sql.Statement;
import io.gino.sql.StatementPrinter;
import io.gino.sql.Text;
import io.gino.sql.Update;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns statements into PostgreSQL's SQL. A service: without state, safe to share.
 *
 * @since 0.1.0
 */
public final class PostgresCompiler implements StatementPrinter {

    /** How statements begin that PostgreSQL plans. */
    private static final Set<String> PREPARED =
            Set.of("SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE");

    /**
     * The statement's text and binds.
     *
     * @throws StatementException when it must not be sent as it is
     */
    public Compiled compile(Statement<?> statement) {
        if (statement instanceof Baked<?> baked) {
            return baked.compiled();
        }
        SqlBuffer out = new SqlBuffer();
        new StatementPass(out).statement(statement);
        List<? extends Selectable<?>> columns = returned(statement);
        String command = command(statement);
        String sql = out.text();
        return new Compiled(
                command,
                sql,
                out.slots(),
                columns.isEmpty() ? Optional.empty() : Optional.of(new RowColumns(columns)),
                MainTable.of(statement),
                sql,
                !(statement instanceof Text) || isSingle(command, sql));
    }

    /** Whether raw SQL is surely one statement that can be prepared. */
    private static boolean isSingle(String command, String sql) {
        return PREPARED.contains(command)
                && (sql.indexOf(';') < 0 || Script.parse(sql).parts().size() == 1);
    }

    /**
     * The text and binds by which one statement runs once for each set of parameters.
     *
     * @param sets the values by the names of the parameters; each set has all of them
     * @throws StatementException when it must not be sent as it is
     */
    public Compiled compile(Statement<?> statement, List<? extends Map<String, ?>> sets) {
        if (statement instanceof Text<?> text) {
            return new TextScript(text, sets).compiled(this);
        }
        SqlBuffer out = new SqlBuffer();
        new ManyPass(out, sets).many(statement);
        return new Compiled(command(statement), out.text(), out.slots(), Optional.empty(), MainTable.of(statement));
    }

    /**
     * The statement's text with its values as literals, for where PostgreSQL takes no binds, such as inside of COPY.
     *
     * @throws StatementException when it must not be sent as it is, or a value cannot be written as a literal
     */
    public String compileWithLiterals(Statement<?> statement) {
        SqlBuffer out = SqlBuffer.ofLiterals();
        new StatementPass(out).statement(statement);
        return out.text();
    }

    /** What the rows of a statement consist of; empty when it returns none, or only PostgreSQL knows. */
    static List<? extends Selectable<?>> returned(Statement<?> statement) {
        if (statement instanceof Query<?> query) {
            return query.columns();
        } else if (statement instanceof Insert<?> insert) {
            return insert.returned();
        } else if (statement instanceof Update<?> update) {
            return update.returned();
        } else if (statement instanceof Delete<?> delete) {
            return delete.returned();
        } else if (statement instanceof Merge<?> merge) {
            return merge.returned();
        }
        return statement instanceof Text<?> text ? text.columns() : List.of();
    }

    /** The SQL command, such as {@code INSERT}; of raw SQL its first word. */
    public String command(Statement<?> statement) {
        if (statement instanceof Query) {
            return "SELECT";
        } else if (statement instanceof Text<?> text) {
            return firstWord(text.pieces().get(0).stripLeading());
        }
        return statement.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static String firstWord(String sql) {
        int end = 0;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return sql.substring(0, end).toUpperCase(Locale.ROOT);
    }

    /**
     * The text of COPY, and what its rows consist of.
     *
     * @throws StatementException when it must not be sent as it is
     */
    public Compiled compile(Copy copy) {
        SqlBuffer out = new SqlBuffer();
        new CopyPass(out).copy(copy);
        return new Compiled(
                "COPY", out.text(), out.slots(), Optional.of(new RowColumns(copy.columns())), MainTable.of(copy));
    }

    /**
     * The statement's text.
     *
     * @throws GinoException when it cannot be said in PostgreSQL's DDL
     */
    public String compile(Ddl statement) {
        SqlBuffer out = new SqlBuffer();
        statement.accept(new DdlPass(out));
        return out.text();
    }

    /** The statements as a script, one on each line. */
    public String script(List<? extends Ddl> statements) {
        StringBuilder script = new StringBuilder();
        statements.forEach(statement -> script.append(compile(statement)).append(";\n"));
        return script.toString();
    }

    @Override
    public String print(Statement<?> statement) {
        return printed(() -> compile(statement).sql());
    }

    @Override
    public String print(Copy copy) {
        return printed(() -> compile(copy).sql());
    }

    private static String printed(Supplier<String> sql) {
        try {
            return sql.get();
        } catch (GinoException e) {
            return "Incomplete statement: " + e.getMessage();
        }
    }
}
