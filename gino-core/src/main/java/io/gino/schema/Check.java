/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.sql.Expression;
import java.util.Optional;

/**
 * A condition that every row meets. Columns are named without their table.
 *
 * @param isInherited whether tables that inherit from this one keep it too
 * @since 0.1.0
 */
public record Check(Optional<String> name, Expression<Boolean> condition, boolean isInherited) implements Constraint {

    public Check(Optional<String> name, Expression<Boolean> condition) {
        this(name, condition, true);
    }

    /** Under this name, instead of one by the metadata's {@link Naming}. */
    public Check named(String newName) {
        return new Check(Optional.of(newName), condition, isInherited);
    }

    /** Only for this table, not for those that inherit from it. Not for partitioned tables. */
    public Check noInherit() {
        return new Check(name, condition, false);
    }
}
