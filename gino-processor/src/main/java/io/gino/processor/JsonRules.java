/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/** What an attribute inside a JSON document must be, as the library says it at run time. */
final class JsonRules {

    private static final String PROFILE = "profile";
    private static final Set<String> TYPES = Set.of("jsonb", "json");

    /** Annotations that only columns have. */
    private static final List<String> OF_COLUMNS = List.of(
            Library.COLUMN,
            "io.gino.model.PrimaryKey",
            "io.gino.model.ForeignKey",
            "io.gino.model.Unique",
            "io.gino.model.Check",
            Library.ENUMERATED,
            "io.gino.model.Generated",
            Library.CREATED_AT,
            Library.UPDATED_AT,
            Library.VERSION,
            "io.gino.model.SoftDelete",
            Library.EMBEDDED);

    private final List<Member> members;

    /** @param members all that are attributes of the model, in their order */
    JsonRules(List<Member> members) {
        this.members = List.copyOf(members);
    }

    static boolean isInside(Member member) {
        return Library.annotation(member.element(), Library.JSON_ATTRIBUTE).isPresent();
    }

    /** What is wrong with an attribute of the model, to follow its name. */
    List<String> broken(Member member) {
        return Library.annotation(member.element(), Library.JSON_ATTRIBUTE)
                .map(annotation -> Stream.of(column(member), document(annotation), overlap(member))
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<String> column(Member member) {
        return OF_COLUMNS.stream()
                .filter(name -> Library.annotation(member.element(), name).isPresent())
                .findFirst()
                .map(name -> "is annotated @JsonAttribute and @" + name.substring(name.lastIndexOf('.') + 1)
                        + ", which is for columns; it is none. Leave one of them out.");
    }

    private Optional<String> document(AnnotationMirror annotation) {
        String named = of(annotation);
        String claim = "is annotated @JsonAttribute(of = \"" + named + "\"), and ";
        Optional<Member> document =
                members.stream().filter(member -> member.name().equals(named)).findFirst();
        if (named.contains(".")) {
            return Optional.empty();
        } else if (document.isEmpty()) {
            return Optional.of(claim + "the model has no attribute '" + named + "'. It has: "
                    + String.join(", ", members.stream().map(Member::name).toList()) + ".");
        } else if (isInside(document.get())) {
            return Optional.of(claim + "'" + named + "' lies inside a document itself. Name the column's attribute, and"
                    + " the keys by path = {…}.");
        }
        return isNoDocument(document.get())
                ? Optional.of(claim + "that is no JSON. Annotate '" + named + "' @Column(type = \"jsonb\").")
                : Optional.empty();
    }

    /** Whether it is certain that its column holds something else; a mixin may say what a plain attribute's does. */
    private static boolean isNoDocument(Member member) {
        String type = Library.annotation(member.element(), Library.COLUMN)
                .map(annotation -> value(annotation, "type"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        boolean isScalar = member.type().getKind().isPrimitive()
                || TypeName.get(member.type()).equals(TypeName.get(String.class));
        return type.isEmpty() ? isScalar : !TYPES.contains(type);
    }

    /** The attribute before it that lies at the same keys, or around or below them. */
    private Optional<String> overlap(Member member) {
        List<String> path = path(member);
        return members.subList(0, members.indexOf(member)).stream()
                .filter(JsonRules::isInside)
                .filter(other -> document(other).equals(document(member)) && overlap(path(other), path))
                .findFirst()
                .map(other -> "lies at key '" + String.join(".", path) + "' of '" + document(member)
                        + "', and attribute '" + other.name() + "' at '" + String.join(".", path(other))
                        + "', so that one would change the other. Give one of them another path.");
    }

    private static boolean overlap(List<String> one, List<String> other) {
        int shared = Math.min(one.size(), other.size());
        return one.subList(0, shared).equals(other.subList(0, shared));
    }

    private static String document(Member member) {
        return of(annotation(member));
    }

    private static AnnotationMirror annotation(Member member) {
        return Library.annotation(member.element(), Library.JSON_ATTRIBUTE).orElseThrow();
    }

    private static String of(AnnotationMirror annotation) {
        String named = value(annotation, "of");
        return named.isEmpty() ? PROFILE : named;
    }

    private static List<String> path(Member member) {
        return annotation(member).getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals("path"))
                .map(entry -> entry.getValue().getValue())
                .filter(List.class::isInstance)
                .map(keys -> ((List<?>) keys)
                        .stream()
                                .map(key ->
                                        Objects.toString(((AnnotationValue) Objects.requireNonNull(key)).getValue()))
                                .toList())
                .filter(keys -> !keys.isEmpty())
                .findFirst()
                .orElse(List.of(member.name()));
    }

    private static String value(AnnotationMirror annotation, String name) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .map(entry -> Objects.toString(entry.getValue().getValue()))
                .findFirst()
                .orElse("");
    }
}
