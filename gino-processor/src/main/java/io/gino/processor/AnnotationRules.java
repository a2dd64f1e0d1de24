/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What an attribute must be for its annotations to make sense, as the library says it at run time. */
final class AnnotationRules {

    private static final Set<TypeName> VERSIONS = Set.of(
            TypeName.SHORT.box(),
            TypeName.INT.box(),
            TypeName.LONG.box(),
            ClassName.get(Instant.class),
            ClassName.get(OffsetDateTime.class),
            ClassName.get(ZonedDateTime.class));

    private final Elements elements;
    private final Types types;

    AnnotationRules(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** What is wrong with the attribute, to follow its name. */
    List<String> broken(Member member) {
        return Stream.of(
                        version(member),
                        time(member, Library.CREATED_AT),
                        time(member, Library.UPDATED_AT),
                        enumerated(member))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> version(Member member) {
        boolean fits = VERSIONS.contains(TypeName.get(member.type()).box());
        return problem(member, Library.VERSION, fits, "Make it an int, a long or an Instant.");
    }

    private Optional<String> time(Member member, String annotation) {
        TypeElement temporal = elements.getTypeElement("java.time.temporal.Temporal");
        boolean isTime = temporal == null
                || member.type().getKind() == TypeKind.ERROR
                || types.isAssignable(member.type(), temporal.asType());
        return problem(member, annotation, isTime, "Make it an OffsetDateTime or another time.");
    }

    private Optional<String> enumerated(Member member) {
        boolean isEnum = isEnum(member.type())
                || (member.type() instanceof DeclaredType list
                        && Library.isNamed(list.asElement(), "java.util.List")
                        && list.getTypeArguments().stream().anyMatch(AnnotationRules::isEnum));
        return problem(member, Library.ENUMERATED, isEnum, "Make it an enum or a list of one.");
    }

    private static boolean isEnum(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && declared.asElement().getKind() == ElementKind.ENUM);
    }

    private static Optional<String> problem(Member member, String annotation, boolean fits, String remedy) {
        return Library.annotation(member.element(), annotation)
                .filter(present -> !fits)
                .map(present -> "is annotated @" + annotation.substring(annotation.lastIndexOf('.') + 1) + ", and is a "
                        + TypeName.get(member.type()) + ". " + remedy);
    }
}
