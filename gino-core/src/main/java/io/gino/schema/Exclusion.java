/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of which no two compare alike by all of these operators: {@code exclude("room", "=").and("during", "&&")} keeps
 * bookings of one room apart.
 *
 * @param method the access method of its index
 * @param where the rows that it holds for; empty for all
 * @since 0.1.0
 */
public record Exclusion(
        Optional<String> name,
        List<Element> elements,
        String method,
        Optional<Expression<Boolean>> where,
        Deferral deferral)
        implements Constraint {

    /** The characters that PostgreSQL's operators are made of. */
    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";

    public Exclusion {
        elements = List.copyOf(elements);
    }

    /** Something of a row, and the operator that compares it with that of another row. */
    public record Element(IndexElement compared, String operator) {

        public Element {
            boolean known =
                    !operator.isEmpty() && operator.chars().allMatch(character -> OPERATOR.indexOf(character) >= 0);
            if (!known || operator.contains("--") || operator.contains("/*")) {
                throw new SchemaException("PostgreSQL has no operator '" + operator
                        + "' to exclude rows by. Operators are symbols, such as = and &&.");
            }
        }
    }

    static Exclusion of(IndexElement compared, String operator) {
        return new Exclusion(
                Optional.empty(),
                List.of(new Element(compared, operator)),
                IndexMethod.GIST.sql(),
                Optional.empty(),
                Deferral.NOT_DEFERRABLE);
    }

    /** Under this name, instead of one by the metadata's {@link Naming}. */
    public Exclusion named(String newName) {
        return new Exclusion(Optional.of(newName), elements, method, where, deferral);
    }

    /** Only rows that this column compares alike in as well. */
    public Exclusion and(String column, String operator) {
        return and(IndexElement.of(column), operator);
    }

    public Exclusion and(Expression<?> compared, String operator) {
        return and(IndexElement.of(compared), operator);
    }

    public Exclusion and(IndexElement compared, String operator) {
        List<Element> more = new ArrayList<>(elements);
        more.add(new Element(compared, operator));
        return new Exclusion(name, more, method, where, deferral);
    }

    /** By an index of another method than GiST. */
    public Exclusion using(IndexMethod accessMethod) {
        return new Exclusion(name, elements, accessMethod.sql(), where, deferral);
    }

    /** Only among rows that meet the condition. */
    public Exclusion where(Expression<Boolean> condition) {
        return new Exclusion(name, elements, method, Optional.of(condition), deferral);
    }

    /** Checked at the end of transactions that ask for it. */
    public Exclusion deferrable() {
        return new Exclusion(name, elements, method, where, Deferral.DEFERRABLE);
    }

    /** Checked at the end of each transaction. */
    public Exclusion initiallyDeferred() {
        return new Exclusion(name, elements, method, where, Deferral.INITIALLY_DEFERRED);
    }
}
