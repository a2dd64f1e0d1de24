/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Columns whose values together occur once.
 *
 * @param areNullsDistinct whether rows with NULL in one of the columns never equal another
 * @param include more columns that its index holds, without being part of the key
 * @since 0.1.0
 */
public record Unique(
        Optional<String> name, List<String> columns, boolean areNullsDistinct, List<String> include, Deferral deferral)
        implements Constraint {

    public Unique {
        columns = KeyColumns.of("unique constraint", columns);
        include = List.copyOf(include);
    }

    public Unique(Optional<String> name, List<String> columns) {
        this(name, columns, true, List.of(), Deferral.NOT_DEFERRABLE);
    }

    /** Under this name, instead of one by the metadata's {@link Naming}. */
    public Unique named(String newName) {
        return new Unique(Optional.of(newName), columns, areNullsDistinct, include, deferral);
    }

    /** Takes one NULL for equal to another. PostgreSQL has this from 15 on. */
    public Unique nullsNotDistinct() {
        return new Unique(name, columns, false, include, deferral);
    }

    /** With these columns in its index as well. */
    public Unique include(String... more) {
        return new Unique(name, columns, areNullsDistinct, Arrays.asList(more), deferral);
    }

    /** Checked at the end of transactions that ask for it. ON CONFLICT cannot use such a constraint. */
    public Unique deferrable() {
        return new Unique(name, columns, areNullsDistinct, include, Deferral.DEFERRABLE);
    }

    /** Checked at the end of each transaction. ON CONFLICT cannot use such a constraint. */
    public Unique initiallyDeferred() {
        return new Unique(name, columns, areNullsDistinct, include, Deferral.INITIALLY_DEFERRED);
    }
}
