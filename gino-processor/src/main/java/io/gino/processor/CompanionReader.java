package io.gino.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the companions of a top-level class and of all that is nested in it. Single-use. */
final class CompanionReader {

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
        boolean isAbstract = isAbstract(annotation.get());
        Optional<Problem> broken = ModelRules.broken(type, isAbstract, elements.getPackageOf(type));
        broken.ifPresent(problems::add);
        return isAbstract || broken.isPresent() ? Optional.empty() : columns(type);
    }

    /** A model without a table lends its attributes to the models that extend it, and has no columns itself. */
    private static boolean isAbstract(AnnotationMirror annotation) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
                .allMatch(entry -> entry.getValue().getValue().equals(""));
    }

    private Optional<List<Attribute>> columns(TypeElement type) {
        AttributeReader reader = new AttributeReader(elements, types, type);
        List<Attribute> attributes = reader.read();
        incomplete |= reader.isIncomplete();
        problems.addAll(reader.problems());
        return reader.problems().isEmpty() ? Optional.of(attributes) : Optional.empty();
    }
}
