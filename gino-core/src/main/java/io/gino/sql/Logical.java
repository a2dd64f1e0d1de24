/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import java.util.Collection;
import java.util.List;

/**
 * Conditions joined by AND or OR: two or more of them, or none at all for {@link Condition#none()}.
 *
 * @since 0.1.0
 */
public record Logical(Connective connective, List<Condition> terms) implements Condition {

    /** What joins conditions. */
    public enum Connective {
        AND(Precedence.AND),
        OR(Precedence.OR);

        private final String infix = " " + name() + " ";
        private final Precedence precedence;

        Connective(Precedence precedence) {
            this.precedence = precedence;
        }

        /** As it stands between two conditions. */
        public String infix() {
            return infix;
        }
    }

    static final Logical NONE = new Logical(Connective.AND, List.of());

    public Logical {
        terms = List.copyOf(terms);
        if (terms.size() == 1) {
            throw new StatementException(connective + " needs two conditions or more; got one.");
        }
    }

    static Condition of(Connective connective, Condition left, Condition right) {
        if (isNone(left)) {
            return right;
        } else if (isNone(right)) {
            return left;
        } else if (left instanceof Logical logical && logical.connective == connective) {
            Condition[] terms = logical.terms.toArray(new Condition[logical.terms.size() + 1]);
            terms[logical.terms.size()] = right;
            return new Logical(connective, List.of(terms));
        }
        return new Logical(connective, List.of(left, right));
    }

    static Condition of(Connective connective, Collection<? extends Expression<Boolean>> conditions) {
        List<Condition> terms = conditions.stream()
                .map(Condition::of)
                .filter(term -> !isNone(term))
                .toList();
        return switch (terms.size()) {
            case 0 -> NONE;
            case 1 -> terms.get(0);
            default -> new Logical(connective, terms);
        };
    }

    private static boolean isNone(Condition condition) {
        return condition instanceof Logical logical && logical.isNone();
    }

    /** Whether this is {@link Condition#none()}. */
    public boolean isNone() {
        return terms.isEmpty();
    }

    @Override
    public Precedence precedence() {
        return isNone() ? Precedence.ATOM : connective.precedence;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.logical(this);
    }
}
