/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the companions of a top-level class and of all that is nested in it. Single-use. */
final class CompanionReader {

    /** What a model says to have a table. */
    private static final Set<String> NAMES = Set.of("value", "of");

    private final Elements elements;
    private final Types types;
    private final List<Problem> problems = new ArrayList<>();
    private boolean incomplete;

    CompanionReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    Companion read(TypeElement type) {
        List<Companion> nested = ElementFilter.typesIn(type.getEnclosedElements()).stream()
                .map(this::read)
                .filter(companion -> !companion.isEmpty())
                .toList();
        return new Companion(type, attributes(type), nested);
    }

    /** Whether a class that is to be named does not exist, or not yet, so that nothing can be said. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Why some models have no companion, though they should. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private Optional<List<Attribute>> attributes(TypeElement type) {
        Optional<? extends AnnotationMirror> annotation = Library.annotation(type, Library.GINO_MODEL);
        if (annotation.isEmpty()) {
            return Optional.empty();
        }
        boolean isAbstract = !hasTable(type);
        Optional<Problem> broken = ModelRules.broken(type, isAbstract, elements.getPackageOf(type));
        broken.ifPresent(problems::add);
        ModelRules.misdeclared(type).forEach(problems::add);
        return isAbstract || broken.isPresent() ? Optional.empty() : columns(type);
    }

    /**
     * Whether a model has a table: it names one or another model, has a method that does, or extends a model that has one.
     * One without lends its attributes to the models that extend it, and has no columns itself.
     */
    private boolean hasTable(TypeElement type) {
        Lineage lineage = Lineage.of(type, types);
        return lineage.types().stream().anyMatch(ancestor -> ancestor.getKind().isClass() && namesTable(ancestor))
                || lineage.types().stream().anyMatch(CompanionReader::computesName);
    }

    private static boolean namesTable(TypeElement type) {
        return Library.annotation(type, Library.GINO_MODEL)
                .filter(annotation -> annotation.getElementValues().entrySet().stream()
                        .anyMatch(entry ->
                                NAMES.contains(entry.getKey().getSimpleName().toString())
                                        && !entry.getValue().getValue().equals("")))
                .isPresent();
    }

    private static boolean computesName(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals("tableName"))
                .flatMap(method -> Library.annotation(method, Library.DECLARED_ATTR).stream())
                .anyMatch(annotation -> annotation.getElementValues().isEmpty());
    }

    private Optional<List<Attribute>> columns(TypeElement type) {
        AttributeReader reader = new AttributeReader(elements, types, type);
        List<Attribute> attributes = reader.read();
        incomplete |= reader.isIncomplete();
        problems.addAll(reader.problems());
        return reader.problems().isEmpty() ? Optional.of(attributes) : Optional.empty();
    }
}
