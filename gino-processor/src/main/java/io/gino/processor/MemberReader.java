/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Finds what is an attribute of one model, by name, the topmost class's first; of several of one name the nearest to the
 * model. Columns that need no field are attributes of dynamic models only. Single-use.
 */
final class MemberReader {

    private final Types types;
    private final TypeElement model;
    private final boolean isDynamic;
    private final Map<String, Member> membersByName = new LinkedHashMap<>();

    MemberReader(Types types, TypeElement model, boolean isDynamic) {
        this.types = types;
        this.model = model;
        this.isDynamic = isDynamic;
    }

    List<Member> read(Lineage lineage) {
        for (TypeElement type : lineage.types()) {
            if (!Library.isNamed(type, Library.DYNAMIC_MODEL)) {
                ElementFilter.fieldsIn(type.getEnclosedElements()).forEach(this::field);
                ElementFilter.methodsIn(type.getEnclosedElements()).forEach(this::method);
            }
        }
        return List.copyOf(membersByName.values());
    }

    private void field(VariableElement field) {
        String name = field.getSimpleName().toString();
        if (!field.getModifiers().contains(Modifier.STATIC)) {
            membersByName.remove(name);
            if (isColumn(field)) {
                put(name, field, types.asMemberOf((DeclaredType) model.asType(), field));
            }
        } else if (column(field.asType()).isPresent()) {
            given(attribute(name), field, field.asType());
        } else {
            membersByName.remove(name);
        }
    }

    static boolean isColumn(VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT)
                && Library.annotation(field, Library.TRANSIENT).isEmpty();
    }

    private void method(ExecutableElement method) {
        if (Getter.isAnnotated(method)) {
            getter(method);
        } else if (takesModel(method)) {
            declaring(method);
        }
    }

    /** An annotated getter stands for the field of its name. */
    private void getter(ExecutableElement method) {
        String name = Getter.attribute(method);
        if (Library.annotation(method, Library.TRANSIENT).isPresent()) {
            membersByName.remove(name);
        } else {
            ExecutableType type = (ExecutableType) types.asMemberOf((DeclaredType) model.asType(), method);
            put(name, method, type.getReturnType());
        }
    }

    private void declaring(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean declares = Library.annotation(method, Library.DECLARED_ATTR).isPresent();
        if (declares && column(method.getReturnType()).isPresent()) {
            given(name, method, method.getReturnType());
        } else {
            membersByName.remove(name);
        }
    }

    /** Whether the library calls it when it is annotated. */
    static boolean takesModel(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                && method.getParameters().size() == 1
                && isModel(method.getParameters().get(0).asType());
    }

    private static boolean isModel(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && Library.isNamed(((DeclaredType) type).asElement(), Library.MODEL.canonicalName());
    }

    /** A column that is declared without a field: the field of its name has its values, else the value store. */
    private void given(String name, Element element, TypeMirror column) {
        boolean isMaybe = Library.annotation(column, Library.NULLABLE).isPresent();
        if (isDynamic && !membersByName.containsKey(name) && !isMaybe) {
            column(column).ifPresent(type -> put(name, element, type));
        }
    }

    private void put(String name, Element element, TypeMirror type) {
        membersByName.put(name, new Member(name, element, type));
    }

    /** The type of a column's values. */
    private static Optional<TypeMirror> column(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                        && Library.isNamed(((DeclaredType) type).asElement(), Library.SCHEMA_COLUMN)
                ? ((DeclaredType) type)
                        .getTypeArguments().stream()
                                .filter(argument -> argument.getKind() != TypeKind.WILDCARD)
                                .<TypeMirror>map(argument -> argument)
                                .findFirst()
                : Optional.empty();
    }

    /** The attribute that a constant declares: {@code CREATED_AT} is {@code createdAt}. */
    private static String attribute(String constant) {
        if (!constant.equals(constant.toUpperCase(Locale.ROOT))) {
            return constant;
        }
        StringBuilder camelCase = new StringBuilder();
        boolean startsWord = false;
        for (int i = 0; i < constant.length(); i++) {
            char c = constant.charAt(i);
            if (c != '_') {
                camelCase.append(startsWord ? c : Character.toLowerCase(c));
            }
            startsWord = c == '_' && !camelCase.isEmpty();
        }
        return camelCase.toString();
    }
}
