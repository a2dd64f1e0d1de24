/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Methods whose annotations make them attributes, by the rule that the library follows at run time. */
final class Getter {

    private static final Set<String> OF_OTHERS = Set.of(Library.DECLARED_ATTR, Library.ALWAYS_WHERE);

    private Getter() {}

    static boolean isAnnotated(ExecutableElement method) {
        return Objects.requireNonNull(method.getEnclosingElement()).getKind() == ElementKind.CLASS
                && !method.getModifiers().contains(Modifier.STATIC)
                && method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && method.getAnnotationMirrors().stream().anyMatch(Getter::isOfAttributes);
    }

    private static boolean isOfAttributes(AnnotationMirror annotation) {
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        String name = type.getQualifiedName().toString();
        return name.equals(Library.PACKAGE + "." + type.getSimpleName()) && !OF_OTHERS.contains(name);
    }

    /** {@code getName}, {@code isName} and {@code name} read the attribute {@code name}. */
    static String attribute(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean asks = name.startsWith("is") && method.getReturnType().getKind() == TypeKind.BOOLEAN;
        int start = name.startsWith("get") ? 3 : asks ? 2 : 0;
        boolean isPrefixed = start > 0 && name.length() > start && !Character.isLowerCase(name.charAt(start));
        return isPrefixed ? decapitalized(name.substring(start)) : name;
    }

    private static String decapitalized(String name) {
        boolean isAcronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return isAcronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
