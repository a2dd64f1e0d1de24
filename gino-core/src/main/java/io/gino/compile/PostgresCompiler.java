package io.gino.compile;

import io.gino.ddl.Ddl;
import io.gino.error.GinoException;
import io.gino.error.StatementException;
import io.gino.row.RowColumns;
import io.gino.row.Selectable;
import io.gino.sql.Delete;
import io.gino.sql.Insert;
import io.gino.sql.Select;
import io.gino.sql.Statement;
import io.gino.sql.StatementPrinter;
import io.gino.sql.Text;
import io.gino.sql.Update;
import java.util.List;
import java.util.Optional;

/** Turns statements into PostgreSQL's SQL. A service: without state, safe to share. */
public final class PostgresCompiler implements StatementPrinter {

    /**
     * The statement's text and binds.
     *
     * @throws StatementException when it must not be sent as it is
     */
    public Compiled compile(Statement<?> statement) {
        SqlBuffer out = new SqlBuffer();
        WritePass pass = new WritePass(out);
        if (statement instanceof Select<?> select) {
            pass.select(select);
            return compiled("SELECT", out, select.columns());
        } else if (statement instanceof Insert<?> insert) {
            pass.insert(insert);
            return compiled("INSERT", out, insert.returned());
        } else if (statement instanceof Update<?> update) {
            pass.update(update);
            return compiled("UPDATE", out, update.returned());
        } else if (statement instanceof Delete<?> delete) {
            pass.delete(delete);
            return compiled("DELETE", out, delete.returned());
        } else if (statement instanceof Text<?> text) {
            pass.text(text);
            return compiled("", out, text.columns());
        }
        throw new StatementException(
                "No SQL is known for " + statement.getClass().getName() + ".");
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

    private static Compiled compiled(String command, SqlBuffer out, List<? extends Selectable<?>> columns) {
        Optional<RowColumns> returned = columns.isEmpty() ? Optional.empty() : Optional.of(new RowColumns(columns));
        return new Compiled(command, out.text(), out.slots(), returned);
    }

    @Override
    public String print(Statement<?> statement) {
        try {
            return compile(statement).sql();
        } catch (GinoException e) {
            return "Incomplete statement: " + e.getMessage();
        }
    }
}
