/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.sql.Identifier;
import io.gino.sql.QualifiedName;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An enum type of PostgreSQL's own. It is created with these labels; one that exists already is left as it is, also when
 * it lacks some of them.
 *
 * @param labels its values in their order
 * @since 0.1.0
 */
public record EnumType<T>(QualifiedName qualifiedName, SqlType<T> type, List<String> labels)
        implements DeclaredType<T> {

    public EnumType {
        labels = List.copyOf(labels);
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            int bytes = label.getBytes(StandardCharsets.UTF_8).length;
            if (label.indexOf('\0') >= 0 || bytes > Identifier.MAX_BYTES) {
                throw new SchemaException("A label of an enum type has at most " + Identifier.MAX_BYTES
                        + " bytes, none of them NUL; enum type '" + qualifiedName + "' has '"
                        + label.replace('\0', '?') + "'.");
            }
            if (!seen.add(label)) {
                throw new SchemaException("Enum type '" + qualifiedName + "' has the label '" + label + "' twice.");
            }
        }
    }

    /** Whose labels are the names of the constants. */
    public static <E extends Enum<E>> EnumType<E> of(String name, Class<E> enumClass) {
        QualifiedName parsed = QualifiedName.parse(name);
        return new EnumType<>(
                parsed,
                Types.enumType(parsed.sql(), enumClass),
                Arrays.stream(enumClass.getEnumConstants()).map(Enum::name).toList());
    }

    /** Of these labels, for which Java has texts. */
    static EnumType<String> of(String name, List<String> labels) {
        QualifiedName parsed = QualifiedName.parse(name);
        return new EnumType<>(parsed, Types.other(parsed.sql()), labels);
    }

    @Override
    public Kind kind() {
        return Kind.ENUM_TYPE;
    }
}
