/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * {@code User_} before it is written. The companion of a nested class is nested in that of the class around it,
 * {@code Shop_.Order_} for {@code Shop.Order}, whether that is a model too or not.
 *
 * @param attributes the model's; empty when the class is no model itself
 */
record Companion(TypeElement type, Optional<List<Attribute>> attributes, List<Companion> nested) {

    Companion {
        attributes = attributes.map(List::copyOf);
        nested = List.copyOf(nested);
    }

    /** What the companion of a class is called, there or not. */
    static ClassName nameOf(TypeElement type) {
        return nameOf(ClassName.get(type));
    }

    private static ClassName nameOf(ClassName type) {
        ClassName outer = type.enclosingClassName();
        String simpleName = type.simpleName() + "_";
        return outer == null
                ? ClassName.get(type.packageName(), simpleName)
                : nameOf(outer).nestedClass(simpleName);
    }

    ClassName name() {
        return nameOf(type);
    }

    /** Whether there is nothing to write: no model here, nor in what is nested. */
    boolean isEmpty() {
        return attributes.isEmpty() && nested.isEmpty();
    }
}
