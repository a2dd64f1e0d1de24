/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.sql.Arithmetic;
import io.gino.sql.Between;
import io.gino.sql.Bind;
import io.gino.sql.Case;
import io.gino.sql.Cast;
import io.gino.sql.ColumnClause;
import io.gino.sql.Comparison;
import io.gino.sql.Exists;
import io.gino.sql.Expression;
import io.gino.sql.ExpressionVisitor;
import io.gino.sql.FunctionCall;
import io.gino.sql.In;
import io.gino.sql.InQuery;
import io.gino.sql.Label;
import io.gino.sql.Literal;
import io.gino.sql.Logical;
import io.gino.sql.Not;
import io.gino.sql.NullTest;
import io.gino.sql.Operator;
import io.gino.sql.OrderTerm;
import io.gino.sql.Ordering;
import io.gino.sql.Parameter;
import io.gino.sql.Precedence;
import io.gino.sql.Quantified;
import io.gino.sql.QuantifiedComparison;
import io.gino.sql.Query;
import io.gino.sql.ScalarQuery;
import io.gino.sql.Template;
import io.gino.sql.Truth;
import java.util.List;
import java.util.function.Consumer;

/** Writes expressions. Single-use; what depends on the surroundings is left to its subclasses. */
abstract class ExpressionPass implements ExpressionVisitor {

    final SqlBuffer out;

    ExpressionPass(SqlBuffer out) {
        this.out = out;
    }

    /** Writes a query, without parentheses. */
    abstract void query(Query<?> query);

    void write(Expression<?> expression) {
        expression.accept(this);
    }

    /** Writes an operand of something that binds this tightly, in parentheses where it binds more loosely itself. */
    final void operand(Expression<?> expression, Precedence around) {
        parenthesize(expression, expression.precedence().looserThan(around));
    }

    /** Writes an operand that needs parentheses already when it binds just as tightly. */
    private void tightOperand(Expression<?> expression, Precedence around) {
        parenthesize(expression, !around.looserThan(expression.precedence()));
    }

    private void parenthesize(Expression<?> expression, boolean needed) {
        if (needed) {
            out.append("(");
            write(expression);
            out.append(")");
        } else {
            write(expression);
        }
    }

    @Override
    public void bind(Bind<?> bind) {
        out.bind(bind);
    }

    @Override
    public void parameter(Parameter<?> parameter) {
        out.parameter(parameter);
    }

    @Override
    public void literal(Literal<?> literal) {
        constant(literal);
    }

    private <T> void constant(Literal<T> literal) {
        out.append(Literals.typed(literal.type(), literal.value()));
    }

    @Override
    public void arithmetic(Arithmetic<?> arithmetic) {
        binary(arithmetic.operator(), arithmetic.left(), arithmetic.right());
    }

    @Override
    public void comparison(Comparison comparison) {
        binary(comparison.operator(), comparison.left(), comparison.right());
    }

    @Override
    public void quantifiedComparison(QuantifiedComparison comparison) {
        Quantified<?> right = comparison.right();
        tightOperand(comparison.left(), comparison.precedence());
        out.append(comparison.operator().infix());
        out.append(right.quantifier().name()).append(" ");
        parenthesize(right.elements(), !right.isQuery());
    }

    private void binary(Operator operator, Expression<?> left, Expression<?> right) {
        if (operator.precedence().associative()) {
            operand(left, operator.precedence());
        } else {
            tightOperand(left, operator.precedence());
        }
        out.append(operator.infix());
        tightOperand(right, operator.precedence());
    }

    @Override
    public void logical(Logical logical) {
        if (logical.isNone()) {
            out.append("TRUE");
            return;
        }
        List<? extends Expression<?>> terms = logical.terms();
        for (int i = 0; i < terms.size(); i++) {
            if (i > 0) {
                out.append(logical.connective().infix());
            }
            operand(terms.get(i), logical.precedence());
        }
    }

    @Override
    public void not(Not not) {
        out.append("NOT ");
        operand(not.condition(), Precedence.NOT);
    }

    @Override
    public void truth(Truth truth) {
        write(truth.expression());
    }

    @Override
    public void in(In<?> in) {
        tightOperand(in.operand(), Precedence.COMPARISON);
        out.append(in.negated() ? " <> ALL (" : " = ANY (");
        write(in.elements());
        out.append(")");
    }

    @Override
    public void inQuery(InQuery<?> in) {
        tightOperand(in.operand(), Precedence.MEMBERSHIP);
        out.append(in.negated() ? " NOT IN (" : " IN (");
        query(in.query());
        out.append(")");
    }

    @Override
    public void between(Between between) {
        tightOperand(between.operand(), Precedence.MEMBERSHIP);
        out.append(between.isSymmetric() ? " BETWEEN SYMMETRIC " : " BETWEEN ");
        tightOperand(between.low(), Precedence.MEMBERSHIP);
        out.append(" AND ");
        tightOperand(between.high(), Precedence.MEMBERSHIP);
    }

    @Override
    public void nullTest(NullTest test) {
        tightOperand(test.operand(), Precedence.IS);
        out.append(test.expected() ? " IS NULL" : " IS NOT NULL");
    }

    @Override
    public void exists(Exists exists) {
        out.append("EXISTS (");
        query(exists.query());
        out.append(")");
    }

    @Override
    public void functionCall(FunctionCall<?> call) {
        out.append(call.name()).append("(");
        out.list(call.arguments(), this::write);
        out.append(")");
    }

    @Override
    public void cast(Cast<?> cast) {
        out.append("CAST(");
        write(cast.operand());
        out.append(" AS ").append(cast.type().name()).append(")");
    }

    @Override
    public void caseWhen(Case<?> caseWhen) {
        out.append("CASE");
        for (Case.Branch<?> branch : caseWhen.branches()) {
            out.append(" WHEN ");
            write(branch.condition());
            out.append(" THEN ");
            write(branch.value());
        }
        Expression<?> otherwise = caseWhen.otherwise();
        if (otherwise != null) {
            out.append(" ELSE ");
            write(otherwise);
        }
        out.append(" END");
    }

    @Override
    public void label(Label<?> label) {
        write(label.expression());
    }

    @Override
    public void scalarQuery(ScalarQuery<?> query) {
        out.append("(");
        query(query.query());
        out.append(")");
    }

    @Override
    public void template(Template<?> template) {
        out.append(template.pieces().get(0));
        for (int i = 0; i < template.arguments().size(); i++) {
            operand(template.arguments().get(i), Precedence.ATOM);
            out.append(template.pieces().get(i + 1));
        }
    }

    /** Writes a term of an order; how its expression is written differs. */
    final void orderTerm(OrderTerm term, Consumer<Expression<?>> write) {
        if (term instanceof Ordering ordering) {
            write.accept(ordering.expression());
            direction(ordering);
        } else if (term instanceof Expression<?> expression) {
            write.accept(expression);
        }
    }

    final void direction(Ordering ordering) {
        out.append(ordering.direction() == Ordering.Direction.DESC ? " DESC" : "");
        if (ordering.nulls() != Ordering.Nulls.DEFAULT) {
            out.append(" NULLS ").append(ordering.nulls().name());
        }
    }

    @Override
    public abstract void column(ColumnClause<?> column);
}
