/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.type.SqlType;

/**
 * A type of the metadata's own, for columns to have.
 *
 * @since 0.1.0
 */
public sealed interface DeclaredType<T> extends SchemaObject permits EnumType, Domain {

    /** How its values travel. */
    SqlType<T> type();
}
