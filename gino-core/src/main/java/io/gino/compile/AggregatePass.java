/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.sql.Aggregate;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Frame;
import io.gino.sql.FunctionCall;
import io.gino.sql.Identifier;
import io.gino.sql.Over;
import io.gino.sql.Precedence;
import io.gino.sql.Window;

/** Writes functions of many rows, and the windows that they look through. Single-use. */
abstract class AggregatePass extends JsonPass {

    AggregatePass(SqlBuffer out) {
        super(out);
    }

    /** Refuses a window that the query does not declare. */
    abstract void requireWindow(Identifier name);

    /** Refuses an aggregate, or a function over a window, where this clause cannot have one. */
    abstract void requireAllowed(Expression<?> function);

    @Override
    public void aggregate(Aggregate<?> aggregate) {
        requireAllowed(aggregate);
        boolean cast = aggregate.call().type() != aggregate.type();
        out.append(cast ? "CAST(" : "");
        bare(aggregate);
        out.append(cast ? " AS " + aggregate.type().name() + ")" : "");
    }

    private void bare(Aggregate<?> aggregate) {
        FunctionCall<?> call = aggregate.call();
        out.append(call.name()).append(aggregate.isDistinct() ? "(DISTINCT " : "(");
        out.list(call.arguments(), this::write);
        boolean ordered = !aggregate.orderBy().isEmpty();
        if (ordered) {
            out.append(aggregate.withinGroup() ? ") WITHIN GROUP (ORDER BY " : " ORDER BY ");
            out.list(aggregate.orderBy(), term -> orderTerm(term, this::write));
        }
        out.append(")");
        if (!aggregate.filter().equals(Condition.none())) {
            out.append(" FILTER (WHERE ");
            write(aggregate.filter());
            out.append(")");
        }
    }

    @Override
    public void over(Over<?> over) {
        requireAllowed(over);
        if (over.function() instanceof Aggregate<?> aggregate) {
            bare(aggregate);
        } else {
            write(over.function());
        }
        out.append(" OVER ");
        Window window = over.window();
        if (window.isReference()) {
            window.base().ifPresent(this::windowName);
        } else {
            window(window);
        }
    }

    private void windowName(Identifier name) {
        requireWindow(name);
        out.append(name);
    }

    /** Writes what a window consists of, in parentheses. */
    final void window(Window window) {
        String before = "(";
        if (window.base().isPresent()) {
            out.append(before);
            windowName(window.base().get());
            before = " ";
        }
        if (!window.partitionBy().isEmpty()) {
            out.append(before).append("PARTITION BY ");
            out.list(window.partitionBy(), this::write);
            before = " ";
        }
        if (!window.orderBy().isEmpty()) {
            out.append(before).append("ORDER BY ");
            out.list(window.orderBy(), term -> orderTerm(term, this::write));
            before = " ";
        }
        if (window.frame().isPresent()) {
            out.append(before);
            frame(window.frame().get());
            before = "";
        }
        out.append(before.equals("(") ? "()" : ")");
    }

    private void frame(Frame frame) {
        out.append(frame.unit().name()).append(" BETWEEN ");
        bound(frame.start());
        out.append(" AND ");
        bound(frame.end());
        switch (frame.exclusion()) {
            case NO_OTHERS -> {}
            case CURRENT_ROW -> out.append(" EXCLUDE CURRENT ROW");
            case GROUP -> out.append(" EXCLUDE GROUP");
            case TIES -> out.append(" EXCLUDE TIES");
        }
    }

    private void bound(Frame.Bound bound) {
        bound.offset().ifPresent(offset -> {
            operand(offset, Precedence.ATOM);
            out.append(" ");
        });
        out.append(bound.edge().sql());
    }
}
