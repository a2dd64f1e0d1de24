/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns that identify a row.
 *
 * @param include more columns that its index holds, without being part of the key
 * @since 0.1.0
 */
public record PrimaryKey(Optional<String> name, List<String> columns, List<String> include, Deferral deferral)
        implements Constraint {

    public PrimaryKey {
        columns = KeyColumns.of("primary key", columns);
        include = List.copyOf(include);
    }

    public PrimaryKey(Optional<String> name, List<String> columns) {
        this(name, columns, List.of(), Deferral.NOT_DEFERRABLE);
    }

    /** Under this name, instead of one by the metadata's {@link Naming}. */
    public PrimaryKey named(String newName) {
        return new PrimaryKey(Optional.of(newName), columns, include, deferral);
    }

    /** With these columns in its index as well. */
    public PrimaryKey include(String... more) {
        return new PrimaryKey(name, columns, Arrays.asList(more), deferral);
    }

    /** Checked at the end of transactions that ask for it. ON CONFLICT cannot use such a key. */
    public PrimaryKey deferrable() {
        return new PrimaryKey(name, columns, include, Deferral.DEFERRABLE);
    }

    /** Checked at the end of each transaction. ON CONFLICT cannot use such a key. */
    public PrimaryKey initiallyDeferred() {
        return new PrimaryKey(name, columns, include, Deferral.INITIALLY_DEFERRED);
    }
}
