package io.gino.compile;

import io.gino.sql.Assignment;
import io.gino.sql.Bind;
import io.gino.sql.ColumnClause;
import io.gino.sql.Delete;
import io.gino.sql.Expression;
import io.gino.sql.Insert;
import io.gino.sql.Precedence;
import io.gino.sql.Query;
import io.gino.sql.Statement;
import io.gino.sql.Text;
import io.gino.sql.Update;
import java.util.List;

/** Writes the statements that are no queries, clause by clause. Single-use. */
final class WritePass extends SelectPass {

    WritePass(SqlBuffer out) {
        super(out);
    }

    /** Writes any statement, with the common tables that it uses declared before it. */
    void statement(Statement<?> statement) {
        body(statement);
        declareCommonTables();
    }

    @Override
    void body(Statement<?> statement) {
        if (statement instanceof Query<?> query) {
            query(query);
        } else if (statement instanceof Insert<?> insert) {
            insert(insert);
        } else if (statement instanceof Update<?> update) {
            update(update);
        } else if (statement instanceof Delete<?> delete) {
            delete(delete);
        } else if (statement instanceof Text<?> text) {
            text(text);
        }
    }

    private void insert(Insert<?> insert) {
        sources(List.of());
        out.append("INSERT INTO ").append(insert.table());
        Insert.Source source = insert.source();
        if (source instanceof Insert.Values values) {
            values(values.assignments());
        } else if (source instanceof Insert.Arrays arrays) {
            arrays(arrays.assignments());
        } else if (source instanceof Insert.Query query) {
            names(query.columns());
            out.append(" ");
            select(query.query());
        }
        sources(List.of(insert.table()));
        returning(insert.returned());
    }

    private void values(List<Assignment> assignments) {
        if (assignments.isEmpty()) {
            out.append(" DEFAULT VALUES");
            return;
        }
        names(assignments.stream().map(Assignment::column).toList());
        out.append(" VALUES (");
        out.list(assignments, assignment -> write(assignment.value()));
        out.append(")");
    }

    /** One text for any number of rows: the arrays are unnested side by side. */
    private void arrays(List<Assignment> assignments) {
        List<? extends ColumnClause<?>> columns =
                assignments.stream().map(Assignment::column).toList();
        boolean plain = columns.stream().noneMatch(column -> column.type().isArray());
        names(columns);
        out.append(" SELECT ");
        if (plain) {
            out.append("*");
        } else {
            out.list(columns, this::unnested);
        }
        out.append(" FROM unnest(");
        out.list(assignments, assignment -> {
            operand(assignment.value(), Precedence.ATOM);
            out.append("::").append(assignment.value().type().bareName());
        });
        out.append(")");
        if (!plain) {
            out.append(" AS rows");
            names(columns);
        }
    }

    /** A column of the unnested rows; one that holds arrays has come as text. */
    private void unnested(ColumnClause<?> column) {
        out.append(column.identifier());
        out.append(column.type().isArray() ? "::" + column.type().bareName() : "");
    }

    private void names(List<? extends ColumnClause<?>> columns) {
        out.append(" (");
        out.list(columns, column -> out.append(column.identifier()));
        out.append(")");
    }

    private void update(Update<?> update) {
        update.requireComplete();
        sources(List.of(update.table()));
        out.append("UPDATE ").append(update.table()).append(" SET ");
        out.list(update.assignments(), assignment -> {
            out.append(assignment.column().identifier()).append(" = ");
            write(assignment.value());
        });
        where(update.where());
        returning(update.returned());
    }

    private void delete(Delete<?> delete) {
        delete.requireComplete();
        sources(List.of(delete.table()));
        out.append("DELETE FROM ").append(delete.table());
        where(delete.where());
        returning(delete.returned());
    }

    private void returning(List<Expression<?>> columns) {
        if (!columns.isEmpty()) {
            out.append(" RETURNING ");
            out.list(columns, this::selected);
        }
    }

    private void text(Text<?> text) {
        List<String> pieces = text.pieces();
        List<Bind<?>> binds = text.binds();
        out.append(pieces.get(0));
        for (int i = 0; i < binds.size(); i++) {
            bind(binds.get(i));
            out.append(pieces.get(i + 1));
        }
    }
}
