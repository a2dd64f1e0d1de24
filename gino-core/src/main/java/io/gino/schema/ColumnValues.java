/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.sql.Expression;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where a column's values come from when a statement gives it none.
 *
 * @param onUpdate what an UPDATE sets the column to, given the column
 * @param generated what PostgreSQL computes the column from
 * @since 0.1.0
 */
public record ColumnValues(
        Identity identity,
        Optional<Expression<?>> serverDefault,
        Optional<Supplier<?>> clientDefault,
        Optional<Function<Column<?>, Expression<?>>> onUpdate,
        Optional<Expression<?>> generated) {

    static final ColumnValues NONE =
            new ColumnValues(Identity.AUTO, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    ColumnValues withIdentity(Identity changed) {
        return new ColumnValues(changed, serverDefault, clientDefault, onUpdate, generated);
    }

    ColumnValues withServerDefault(Expression<?> value) {
        return new ColumnValues(identity, Optional.of(value), clientDefault, onUpdate, generated);
    }

    ColumnValues withClientDefault(Supplier<?> value) {
        return new ColumnValues(identity, serverDefault, Optional.of(value), onUpdate, generated);
    }

    ColumnValues withOnUpdate(Function<Column<?>, Expression<?>> value) {
        return new ColumnValues(identity, serverDefault, clientDefault, Optional.of(value), generated);
    }

    ColumnValues withGenerated(Expression<?> value) {
        return new ColumnValues(identity, serverDefault, clientDefault, onUpdate, Optional.of(value));
    }

    private boolean isNumbered() {
        return identity.kind() == Identity.Kind.ALWAYS || identity.kind() == Identity.Kind.BY_DEFAULT;
    }

    /** Refuses sources that cannot both be. */
    void requireOneSource(String column) {
        if (generated.isPresent()
                && (isNumbered() || serverDefault.isPresent() || clientDefault.isPresent() || onUpdate.isPresent())) {
            throw new SchemaException("Column '" + column + "' is generated from other columns: it takes no identity,"
                    + " no default and no onUpdate beside generatedAs(…).");
        }
        if (isNumbered() && serverDefault.isPresent()) {
            throw new SchemaException(
                    "Column '" + column + "' has both an identity and a server default. Leave one of them out.");
        }
    }
}
