/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two sources of rows joined by a condition.
 *
 * @since 0.1.0
 */
public record Join(Kind kind, FromItem left, FromItem right, Condition on) implements FromItem {

    /** Which rows without a partner stay. */
    public enum Kind {
        INNER("JOIN"),
        LEFT("LEFT JOIN"),
        RIGHT("RIGHT JOIN"),
        FULL("FULL JOIN"),
        CROSS("CROSS JOIN");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    static Join byForeignKey(Kind kind, FromItem left, FromItem right) {
        List<Condition> candidates = new ArrayList<>();
        for (FromItem one : left.parts()) {
            for (FromItem other : right.parts()) {
                candidates.addAll(conditions(one, other));
                if (!one.tableName().equals(other.tableName())) {
                    candidates.addAll(conditions(other, one));
                }
            }
        }
        if (candidates.size() != 1) {
            throw undecided(left, right, candidates);
        }
        return new Join(kind, left, right, candidates.get(0));
    }

    private static List<Condition> conditions(FromItem from, FromItem to) {
        return from.references().stream()
                .filter(reference -> reference.targetTable().equals(to.tableName()))
                .map(reference -> condition(reference, to))
                .toList();
    }

    private static Condition condition(Reference reference, FromItem to) {
        List<Condition> terms = new ArrayList<>();
        for (int i = 0; i < reference.columns().size(); i++) {
            terms.add(new Comparison(
                    Operator.EQ,
                    reference.columns().get(i),
                    to.column(reference.targetColumns().get(i))));
        }
        return Condition.and(terms);
    }

    private static StatementException undecided(FromItem left, FromItem right, List<Condition> candidates) {
        String found = candidates.isEmpty()
                ? "No foreign key joins '" + left.label() + "' and '" + right.label() + "'."
                : candidates.size() + " foreign keys join '" + left.label() + "' and '" + right.label() + "': "
                        + candidates.stream().map(Join::describe).collect(Collectors.joining("; ")) + ".";
        return new StatementException(found + " Give the condition: join(other, on).");
    }

    private static String describe(Condition condition) {
        return condition instanceof Comparison comparison
                ? comparison.left() + " = " + comparison.right()
                : condition instanceof Logical logical
                        ? logical.terms().stream().map(Join::describe).collect(Collectors.joining(" and "))
                        : condition.toString();
    }

    @Override
    public List<? extends ColumnClause<?>> columns() {
        List<ColumnClause<?>> columns = new ArrayList<>(left.columns());
        columns.addAll(right.columns());
        return columns;
    }

    @Override
    public String label() {
        return left.label() + " join " + right.label();
    }

    @Override
    public List<Reference> references() {
        return Stream.concat(left.references().stream(), right.references().stream())
                .toList();
    }

    @Override
    public List<FromItem> parts() {
        List<FromItem> parts = new ArrayList<>();
        collect(this, parts);
        return parts;
    }

    private static void collect(FromItem item, List<FromItem> parts) {
        if (item instanceof Join join) {
            collect(join.left, parts);
            collect(join.right, parts);
        } else {
            parts.addAll(item.parts());
        }
    }

    @Override
    public String tableName() {
        return "";
    }
}
