/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.TableItem;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a model has, by name, the topmost class's first. Of several of one name the nearest to the model. */
final class Members {

    private final Class<?> type;
    private final Map<String, Member> membersByName = new LinkedHashMap<>();

    private Members(Class<?> type) {
        this.type = type;
    }

    static Map<String, Member> of(Lineage lineage) {
        Members members = new Members(lineage.type());
        for (Class<?> ancestor : lineage.fromTheTop()) {
            for (Field field : ancestor.getDeclaredFields()) {
                members.field(field);
            }
            Method[] methods = ancestor.getDeclaredMethods();
            Arrays.sort(methods, (one, other) -> one.getName().compareTo(other.getName()));
            for (Method method : methods) {
                members.method(method);
            }
        }
        return members.membersByName;
    }

    private void field(Field field) {
        if (field.isSynthetic()) {
            return;
        }
        if (!Modifier.isStatic(field.getModifiers())) {
            put(field.getName(), isColumn(field) ? stored(Property.of(field)) : Member.Hiding.HIDING);
        } else if (TableItem.class.isAssignableFrom(field.getType())) {
            Source source = new Source.OfField(field);
            put(source.givesColumn() ? attribute(field.getName()) : field.getName(), source);
        } else {
            hide(field.getName());
        }
    }

    static boolean isColumn(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.isSynthetic()
                && !field.isAnnotationPresent(Transient.class);
    }

    /** A field that says nothing itself has the values of the column that a mixin or superclass declares. */
    private Member stored(Property property) {
        return membersByName.get(property.name()) instanceof Member.Given given
                        && given.source().givesColumn()
                        && property.annotations().stream().noneMatch(Members::isOurs)
                ? new Member.Given(given.source(), Optional.of(property))
                : new Member.Stored(property);
    }

    private static boolean isOurs(Annotation annotation) {
        return annotation.annotationType().getPackage() == GinoModel.class.getPackage();
    }

    private void method(Method method) {
        if (method.isSynthetic()) {
            return;
        }
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        boolean takesModel = method.getParameterCount() == 1 && method.getParameterTypes()[0] == Model.class;
        DeclaredAttr annotation = method.getAnnotation(DeclaredAttr.class);
        if (annotation != null && !(isStatic && takesModel)) {
            throw new SchemaException(
                    "@DeclaredAttr of " + method.getDeclaringClass().getSimpleName() + "."
                            + method.getName() + ", which model " + type.getSimpleName()
                            + " has, is on a method that is not static with one parameter, a Model. Declare it: static … "
                            + method.getName() + "(Model<?> model).");
        } else if (annotation != null) {
            put(method.getName(), new Source.OfMethod(method, annotation.withTable()));
        } else if (isStatic && takesModel) {
            hide(method.getName());
        } else if (Property.isAnnotatedGetter(method)) {
            getter(method);
        }
    }

    /** An annotated getter stands for the field of its name. */
    private void getter(Method method) {
        Member above = membersByName.get(Property.nameOf(method));
        Property property = Property.of(
                method,
                above instanceof Member.Stored stored ? stored.property().field() : Optional.empty());
        boolean isColumn = !method.isAnnotationPresent(Transient.class);
        Member member = isColumn ? new Member.Stored(property) : Member.Hiding.HIDING;
        if (above instanceof Member.Stored) {
            membersByName.replace(property.name(), member);
        } else {
            put(property.name(), member);
        }
    }

    private void put(String name, Source source) {
        Optional<Property> storage = Optional.empty();
        if (source.givesColumn()) {
            Member above = membersByName.get(name);
            storage = above instanceof Member.Stored stored
                    ? Optional.of(stored.property())
                    : above instanceof Member.Given given ? given.storage() : Optional.empty();
        }
        put(name, new Member.Given(source, storage));
    }

    private void put(String name, Member member) {
        membersByName.remove(name);
        membersByName.put(name, member);
    }

    private void hide(String name) {
        if (membersByName.containsKey(name)) {
            put(name, Member.Hiding.HIDING);
        }
    }

    /** The attribute that a constant declares: {@code CREATED_AT} is {@code createdAt}. */
    static String attribute(String constant) {
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
