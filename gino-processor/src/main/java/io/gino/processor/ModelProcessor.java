/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Writes a class {@code User_} beside each model {@code User}, so that the compiler knows its columns by name and type.
 * The library itself reads models at run time and needs none of this.
 *
 * <p>Isolating in Gradle's terms: what is written for a source file depends on nothing but that file's classes and what
 * they extend.
 *
 * @since 0.1.0
 */
public final class ModelProcessor extends AbstractProcessor {

    /** Top-level classes that name something which was missing when they were read, by qualified name. */
    private final Set<String> incomplete = new LinkedHashSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Library.GINO_MODEL);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!round.processingOver()) {
            Elements elements = processingEnv.getElementUtils();
            Set<TypeElement> topLevel = Stream.concat(
                            incomplete.stream().map(elements::getTypeElement),
                            annotations.stream()
                                    .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                                    .map(ModelProcessor::topLevel))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            incomplete.clear();
            topLevel.forEach(this::process);
        }
        return false;
    }

    private static TypeElement topLevel(Element type) {
        List<TypeElement> classes = ElementFilter.typesIn(Spelling.path(type));
        return classes.get(classes.size() - 1);
    }

    private void process(TypeElement topLevel) {
        CompanionReader reader = new CompanionReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        Companion companion = reader.read(topLevel);
        if (reader.isIncomplete()) {
            incomplete.add(topLevel.getQualifiedName().toString());
            return;
        }
        reader.problems().forEach(this::report);
        if (!companion.isEmpty()) {
            write(companion);
        }
    }

    private void write(Companion companion) {
        JavaFile file = new CompanionWriter(processingEnv.getElementUtils()).file(companion);
        try {
            file.writeTo(processingEnv.getFiler());
        } catch (FilerException e) {
            report(new Problem(
                    companion.type(),
                    "Cannot generate " + companion.name()
                            + ": there is another class of this name. Rename that class or "
                            + companion.type().getSimpleName() + "."));
        } catch (IOException e) {
            report(new Problem(companion.type(), "Cannot write " + companion.name() + ": " + e.getMessage()));
        }
    }

    private void report(Problem problem) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, problem.sentence(), problem.element());
    }
}
