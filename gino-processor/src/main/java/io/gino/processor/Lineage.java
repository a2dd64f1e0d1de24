/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * A class with all that it extends and implements, by the rule that the library follows at run time.
 *
 * @param types from the topmost down to the class itself
 * @param isIncomplete whether one of them does not exist, or not yet
 */
record Lineage(List<TypeElement> types, boolean isIncomplete) {

    static Lineage of(TypeElement type, Types types) {
        List<TypeElement> visited = new ArrayList<>();
        boolean incomplete = visit(type.asType(), types, visited);
        Collections.reverse(visited);
        return new Lineage(List.copyOf(new LinkedHashSet<>(visited)), incomplete);
    }

    private static boolean visit(TypeMirror type, Types types, List<TypeElement> visited) {
        if (type.getKind() == TypeKind.NONE) {
            return false;
        } else if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        TypeElement element = (TypeElement) types.asElement(type);
        visited.add(element);
        boolean incomplete = false;
        for (TypeMirror mixin : element.getInterfaces()) {
            incomplete |= visit(mixin, types, visited);
        }
        incomplete |= visit(element.getSuperclass(), types, visited);
        return incomplete;
    }

    boolean isDynamic() {
        return types.stream().anyMatch(type -> Library.isNamed(type, Library.DYNAMIC_MODEL));
    }
}
