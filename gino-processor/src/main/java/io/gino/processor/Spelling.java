/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Finds the classes that code must name to spell a type: its own and those of its type arguments. */
final class Spelling extends SimpleTypeVisitor14<Stream<DeclaredType>, Void> {

    private Spelling() {}

    /** Whether one of the classes does not exist, or not yet: another processor may be about to write it. */
    static boolean isIncomplete(TypeMirror type) {
        return classes(type).anyMatch(named -> named.getKind() == TypeKind.ERROR);
    }

    /** The classes whose visibility keeps code in a package from spelling the type. */
    static Stream<Element> hidden(TypeMirror type, Element home) {
        return classes(type).map(DeclaredType::asElement).flatMap(named -> hidden(named, home));
    }

    /** The class, and those around it, as far as code in a package cannot see them. */
    static Stream<Element> hidden(Element named, Element home) {
        List<Element> path = path(named);
        boolean nearby = path.contains(home);
        return path.stream()
                .filter(TypeElement.class::isInstance)
                .filter(type -> !type.getModifiers().contains(Modifier.PUBLIC))
                .filter(type -> !nearby || type.getModifiers().contains(Modifier.PRIVATE));
    }

    /** The class itself, then what it is nested in: classes, its package, its module. */
    static List<Element> path(Element named) {
        List<Element> path = new ArrayList<>();
        for (Element element = named; element != null; element = element.getEnclosingElement()) {
            path.add(element);
        }
        return path;
    }

    private static Stream<DeclaredType> classes(TypeMirror type) {
        return new Spelling().visit(type);
    }

    @Override
    public Stream<DeclaredType> visitDeclared(DeclaredType type, Void unused) {
        Stream<DeclaredType> parts = Stream.concat(Stream.of(type.getEnclosingType()), type.getTypeArguments().stream())
                .flatMap(this::visit);
        return Stream.concat(Stream.of(type), parts);
    }

    @Override
    public Stream<DeclaredType> visitError(ErrorType type, Void unused) {
        return Stream.of(type);
    }

    @Override
    public Stream<DeclaredType> visitArray(ArrayType type, Void unused) {
        return visit(type.getComponentType());
    }

    @Override
    public Stream<DeclaredType> visitWildcard(WildcardType type, Void unused) {
        return Stream.concat(Stream.ofNullable(type.getExtendsBound()), Stream.ofNullable(type.getSuperBound()))
                .flatMap(this::visit);
    }

    @Override
    protected Stream<DeclaredType> defaultAction(TypeMirror type, Void unused) {
        return Stream.empty();
    }
}
