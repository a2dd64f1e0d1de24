/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Table;

/**
 * A constraint for a table that exists already, such as a foreign key to a table created after it.
 *
 * @since 0.1.0
 */
public record AddConstraint(Table table, NamedConstraint constraint) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.addConstraint(this);
    }
}
