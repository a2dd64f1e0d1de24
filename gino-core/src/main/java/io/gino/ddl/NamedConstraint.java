/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Column;
import io.gino.schema.Constraint;
import io.gino.schema.Exclusion;
import io.gino.schema.PrimaryKey;
import io.gino.schema.Unique;
import io.gino.sql.Identifier;
import java.util.List;

/**
 * A constraint under the name that the database knows it by.
 *
 * @param targets the columns that a foreign key leads to; none for other constraints
 * @since 0.1.0
 */
public record NamedConstraint(Identifier name, Constraint constraint, List<Column<?>> targets) {

    public NamedConstraint {
        targets = List.copyOf(targets);
    }

    /** Whether PostgreSQL keeps it by an index, which has the constraint's name. */
    boolean hasIndex() {
        return constraint instanceof PrimaryKey || constraint instanceof Unique || constraint instanceof Exclusion;
    }
}
