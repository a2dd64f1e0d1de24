/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.sql.Assignment;
import io.gino.sql.ColumnClause;
import io.gino.sql.Condition;
import io.gino.sql.Conflict;
import io.gino.sql.Delete;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.Insert;
import io.gino.sql.Merge;
import io.gino.sql.Precedence;
import io.gino.sql.TableClause;
import io.gino.sql.Update;
import java.util.ArrayList;
import java.util.List;

/** Writes the statements that change rows, clause by clause. Single-use. */
abstract class WritePass extends SelectPass {

    WritePass(SqlBuffer out) {
        super(out);
    }

    final void insert(Insert<?> insert) {
        sources(List.of());
        out.append("INSERT INTO ").append(insert.table());
        Insert.Source source = insert.source();
        if (source instanceof Insert.Values values) {
            values(values.assignments());
        } else if (source instanceof Insert.Arrays arrays) {
            arrays(arrays.assignments());
        } else if (source instanceof Insert.FromQuery query) {
            names(query.columns());
            out.append(" ");
            query(query.query());
        }
        sources(List.of(insert.table()));
        insert.conflict().ifPresent(this::conflict);
        returning(insert.returned());
    }

    /** The one row that an INSERT has. */
    void values(List<Assignment> assignments) {
        if (assignments.isEmpty()) {
            out.append(" DEFAULT VALUES");
            return;
        }
        names(columns(assignments));
        out.append(" VALUES (");
        out.list(assignments, assignment -> write(assignment.value()));
        out.append(")");
    }

    /** The further tables of an UPDATE or DELETE. */
    void others(String keyword, List<FromItem> others) {
        from(keyword, others);
    }

    /** One text for any number of rows: the arrays are unnested side by side. */
    private void arrays(List<Assignment> assignments) {
        List<ColumnClause<?>> columns = columns(assignments);
        boolean plain = columns.stream().noneMatch(column -> column.type().goesAsTextInRows());
        names(columns);
        out.append(" SELECT ");
        if (plain) {
            out.append("*");
        } else {
            out.list(columns, this::unnested);
        }
        out.append(" FROM unnest(");
        out.list(assignments, assignment -> array(assignment.value()));
        out.append(")");
        if (!plain) {
            out.append(" AS given");
            names(columns);
        }
    }

    /** An array of a type that is said: PostgreSQL would not know which function unnest is of a text. */
    private void array(Expression<?> value) {
        if (value.type().needsCast()) {
            write(value);
        } else {
            operand(value, Precedence.ATOM);
            out.append("::").append(value.type().bareName());
        }
    }

    /** A column of the unnested rows, which gets its type here when it has come as text. */
    private void unnested(ColumnClause<?> column) {
        out.append(column.identifier());
        out.append(column.type().goesAsTextInRows() ? "::" + column.type().bareName() : "");
    }

    static List<ColumnClause<?>> columns(List<Assignment> assignments) {
        List<ColumnClause<?>> columns = new ArrayList<>(assignments.size());
        for (Assignment assignment : assignments) {
            columns.add(assignment.column());
        }
        return columns;
    }

    final void names(List<? extends ColumnClause<?>> columns) {
        out.append(" (");
        out.list(columns, column -> out.append(column.identifier()));
        out.append(")");
    }

    private void conflict(Conflict conflict) {
        out.append(" ON CONFLICT");
        if (!conflict.target().isEmpty()) {
            out.append(" (");
            out.list(conflict.target(), this::conflictTarget);
            out.append(")");
            where(conflict.targetWhere());
        }
        conflict.constraint().ifPresent(name -> out.append(" ON CONSTRAINT ").append(name));
        out.append(conflict.update().isPresent() ? " DO UPDATE SET " : " DO NOTHING");
        conflict.update().ifPresent(update -> {
            assignments(update.assignments());
            where(update.where());
        });
    }

    /** A column goes by its bare name there; anything else is an expression in parentheses. */
    private void conflictTarget(Expression<?> target) {
        if (target instanceof ColumnClause<?> column && column.field().isEmpty()) {
            out.append(column.identifier());
        } else {
            out.append("(");
            write(target);
            out.append(")");
        }
    }

    private void assignments(List<Assignment> assignments) {
        out.list(assignments, assignment -> {
            out.append(assignment.column().identifier()).append(" = ");
            write(assignment.value());
        });
    }

    final void update(Update<?> update) {
        update.requireComplete();
        sources(with(update.table(), update.from()));
        out.append("UPDATE ").append(update.table()).append(" SET ");
        assignments(update.assignments());
        others(" FROM ", update.from());
        where(update.where());
        returning(update.returned());
    }

    final void delete(Delete<?> delete) {
        delete.requireComplete();
        sources(with(delete.table(), delete.using()));
        out.append("DELETE FROM ").append(delete.table());
        others(" USING ", delete.using());
        where(delete.where());
        returning(delete.returned());
    }

    final void merge(Merge<?> merge) {
        merge.requireComplete();
        sources(List.of(merge.table(), merge.source()));
        out.append("MERGE INTO ").append(merge.table());
        from(" USING ", List.of(merge.source()));
        out.append(" ON ");
        write(merge.on());
        merge.branches().forEach(branch -> branch(merge, branch));
        sources(List.of(merge.table(), merge.source()));
        returning(merge.returned());
    }

    /** A row without a partner has only its own columns. */
    private void branch(Merge<?> merge, Merge.Branch branch) {
        switch (branch.match()) {
            case MATCHED -> sources(List.of(merge.table(), merge.source()));
            case NOT_MATCHED -> sources(List.of(merge.source()));
            case NOT_MATCHED_BY_SOURCE -> sources(List.of(merge.table()));
        }
        out.append(" WHEN ").append(branch.match().sql());
        if (!branch.condition().equals(Condition.none())) {
            out.append(" AND ");
            operand(branch.condition(), Precedence.AND);
        }
        out.append(" THEN ");
        Merge.Action action = branch.action();
        if (action instanceof Merge.Change change) {
            out.append("UPDATE SET ");
            assignments(change.assignments());
        } else if (action instanceof Merge.Addition addition) {
            out.append("INSERT");
            values(addition.assignments());
        } else if (action instanceof Merge.Removal) {
            out.append("DELETE");
        } else if (action instanceof Merge.Nothing) {
            out.append("DO NOTHING");
        }
    }

    private static List<FromItem> with(TableClause table, List<FromItem> others) {
        List<FromItem> all = new ArrayList<>(others);
        all.add(0, table);
        return all;
    }

    private void returning(List<Expression<?>> columns) {
        if (!columns.isEmpty()) {
            out.append(" RETURNING ");
            out.list(columns, this::selected);
        }
    }
}
