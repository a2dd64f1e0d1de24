/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a class must be for rows to become instances of it and for generated code to name it. */
final class ModelRules {

    private ModelRules() {}

    /** The first rule that an annotated class breaks. One that names no table only has to be a class. */
    static Optional<Problem> broken(TypeElement type, boolean isAbstract, PackageElement home) {
        Stream<Function<TypeElement, Optional<String>>> rules = isAbstract
                ? Stream.of(ModelRules::kind)
                : Stream.of(
                        ModelRules::kind,
                        model -> visibility(model, home),
                        ModelRules::nesting,
                        ModelRules::typeParameters);
        return rules.flatMap(rule -> rule.apply(type).stream())
                .findFirst()
                .map(sentence -> new Problem(type, sentence));
    }

    /** The methods of the model that declare something, and cannot be called for it. */
    static List<Problem> misdeclared(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method ->
                        Library.annotation(method, Library.DECLARED_ATTR).isPresent())
                .filter(method -> !MemberReader.takesModel(method))
                .map(method -> new Problem(
                        method,
                        "@DeclaredAttr of " + type.getSimpleName() + "." + method.getSimpleName()
                                + " is on a method that is not static with one parameter, a Model. Declare it: static … "
                                + method.getSimpleName() + "(Model<?> model)."))
                .toList();
    }

    private static Optional<String> kind(TypeElement type) {
        String found = switch (type.getKind()) {
            case ENUM -> "an enum";
            case INTERFACE -> "an interface";
            case ANNOTATION_TYPE -> "an annotation";
            default -> "";
        };
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(type.getSimpleName() + " cannot be a model: it is " + found
                        + ". Annotate a class or a record @GinoModel instead.");
    }

    private static Optional<String> visibility(TypeElement type, PackageElement home) {
        return Spelling.hidden(type, home)
                .findFirst()
                .map(hidden -> "Model " + type.getSimpleName() + " cannot have a "
                        + String.join(".", Companion.nameOf(type).simpleNames()) + ": " + hidden.getSimpleName()
                        + " is private. Make " + hidden.getSimpleName() + " package-private.");
    }

    private static Optional<String> nesting(TypeElement type) {
        boolean inner = type.getNestingKind() == NestingKind.MEMBER
                && !type.getModifiers().contains(Modifier.STATIC);
        return inner
                ? Optional.of(
                        "Model " + type.getSimpleName() + " is an inner class, so no row can become one: it needs an"
                                + " instance of the class around it. Make it static.")
                : Optional.empty();
    }

    private static Optional<String> typeParameters(TypeElement type) {
        return type.getTypeParameters().stream()
                .findFirst()
                .map(parameter -> "Model " + type.getSimpleName() + " has the type parameter " + parameter
                        + ", so the types of its columns are unknown. Name a type in its place, or annotate a subclass"
                        + " that does.");
    }
}
