/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import java.util.Optional;

/**
 * A rule that every row of a table keeps.
 *
 * @since 0.1.0
 */
public sealed interface Constraint extends TableItem permits PrimaryKey, ForeignKey, Unique, Check, Exclusion {

    /** The name it was given; empty to be named by the metadata's {@link Naming}. */
    Optional<String> name();
}
