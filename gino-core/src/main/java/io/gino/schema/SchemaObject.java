/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.sql.QualifiedName;
import java.util.Locale;

/**
 * What a metadata declares, and the database is to have.
 *
 * @since 0.1.0
 */
public sealed interface SchemaObject permits Namespace, Extension, DeclaredType, Sequence, Table, View {

    /** What there is, in the order in which it is created: later kinds can use earlier ones. */
    enum Kind {
        SCHEMA,
        EXTENSION,
        ENUM_TYPE,
        DOMAIN,
        SEQUENCE,
        TABLE,
        VIEW;

        /** The kind in the words of messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** The kind as the beginning of a sentence. */
        public String title() {
            return name().charAt(0) + word().substring(1);
        }
    }

    Kind kind();

    QualifiedName qualifiedName();
}
