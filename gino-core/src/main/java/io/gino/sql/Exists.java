/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * Whether a query returns any row.
 *
 * @since 0.1.0
 */
public record Exists(Query<?> query) implements Condition {

    @Override
    public String resultName() {
        return "exists";
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.exists(this);
    }
}
