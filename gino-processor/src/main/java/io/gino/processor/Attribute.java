/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * An attribute that is a column, or a value object whose attributes are.
 *
 * @param type its Java type as a type argument: boxed, and without type variables
 * @param parts the attributes of a value object; none for a column
 * @param isInside whether its value lies inside the document of another
 */
record Attribute(String name, TypeName type, List<Attribute> parts, boolean isInside) {

    Attribute {
        parts = List.copyOf(parts);
    }
}
