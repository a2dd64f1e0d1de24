/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.SchemaException;
import io.gino.error.StatementException;
import io.gino.schema.IndexElement;
import io.gino.sql.Bind;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.FunctionCall;
import io.gino.sql.Identifier;
import io.gino.sql.Label;
import io.gino.sql.Literal;
import io.gino.sql.Ordering;
import io.gino.sql.Parameter;
import io.gino.sql.Query;
import io.gino.sql.TableClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the expressions of declarations, which take no binds: values become literals, and columns are those of the table
 * at hand. Single-use.
 */
abstract class DeclarationPass extends AggregatePass {

    private @Nullable TableClause table;

    DeclarationPass(SqlBuffer out) {
        super(out);
    }

    /** From here on columns are this table's. */
    final void of(TableClause declared) {
        table = declared;
    }

    @Override
    final void requireWindow(Identifier name) {
        throw new StatementException("The window '" + name + "' is declared nowhere: DDL has no windows.");
    }

    @Override
    final void requireAllowed(Expression<?> function) {
        throw new StatementException("The function " + function.resultName()
                + " looks at many rows; constraints, indexes and defaults see one row at a time.");
    }

    final void names(List<String> columns) {
        out.append("(");
        out.list(columns, column -> out.append(Identifier.of(column)));
        out.append(")");
    }

    /** What is indexed, with all that is said of how. */
    final void element(IndexElement element) {
        indexed(element.expression());
        element.collation().ifPresent(collation -> out.append(" COLLATE ").append(collation));
        element.operatorClass().ifPresent(operators -> out.append(" ").append(operators.sql()));
        direction(new Ordering(element.expression(), element.direction(), element.nulls()));
    }

    /** An index takes columns and function calls as they are; anything else needs parentheses of its own. */
    private void indexed(Expression<?> expression) {
        if (expression instanceof Label<?> label) {
            indexed(label.expression());
        } else if (isBare(expression)) {
            write(expression);
        } else {
            out.append("(");
            write(expression);
            out.append(")");
        }
    }

    private static boolean isBare(Expression<?> expression) {
        return expression instanceof ColumnClause<?> column
                ? column.field().isEmpty()
                : expression instanceof FunctionCall<?>;
    }

    /** By its name only: it may have been used before its table was declared, or be a copy of the table's own column. */
    @Override
    public final void column(ColumnClause<?> column) {
        if (table == null) {
            throw new SchemaException("The column '" + column.name() + "' stands where there is no table.");
        }
        out.append(table.column(column.name()).identifier());
    }

    @Override
    public final void bind(Bind<?> bind) {
        constant(bind);
    }

    private <T> void constant(Bind<T> bind) {
        out.append(Literals.plain(bind.type(), bind.value()));
    }

    @Override
    public final void literal(Literal<?> literal) {
        constant(literal);
    }

    private <T> void constant(Literal<T> literal) {
        out.append(Literals.plain(literal.type(), literal.value()));
    }

    @Override
    public final void parameter(Parameter<?> parameter) {
        throw new StatementException("DDL has no parameters; got :" + parameter.name() + ". Use literal(type, value).");
    }

    @Override
    final void query(Query<?> query) {
        throw new StatementException("PostgreSQL takes no queries in constraints, defaults and indexes; got: " + query);
    }
}
