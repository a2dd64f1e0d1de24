/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Table;
import java.util.List;

/**
 * A table with its columns and those of its constraints that do not have to wait for another table.
 *
 * @since 0.1.0
 */
public record CreateTable(Table table, List<NamedConstraint> constraints) implements Ddl {

    public CreateTable {
        constraints = List.copyOf(constraints);
    }

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createTable(this);
    }
}
