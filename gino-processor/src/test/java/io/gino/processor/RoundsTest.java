/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the processor behaves towards the compiler, other processors and build tools. */
class RoundsTest {

    private static final String USER = "@io.gino.model.GinoModel(\"users\") class User { Long id; }";

    @TempDir
    Path directory;

    @Test
    void isFoundByTheCompiler() {
        assertThat(ServiceLoader.load(Processor.class)).hasAtLeastOneElementOfType(ModelProcessor.class);
    }

    @Test
    void tellsGradleThatItIsIsolating() throws IOException {
        try (InputStream file =
                ModelProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("io.gino.processor.ModelProcessor,isolating\n");
        }
    }

    /** Gradle's condition for it. */
    @Test
    void everyFileOriginatesFromOneTopLevelClass() {
        Recording recording = new Recording();

        compiler().withProcessors(recording).compile(USER, """
                        import io.gino.model.*;
                        class Shop {
                            @GinoModel("orders") static class Order extends User {}
                            @GinoModel("lines") record Line(Long id) {}
                        }
                        """).succeeds();

        assertThat(recording.originsByFile).isEqualTo(Map.of("User_", List.of("User"), "Shop_", List.of("Shop")));
    }

    @Test
    void claimsNothing() {
        ClassWriter other = new ClassWriter("io.gino.model.GinoModel", "Other", "class Other {}");

        Compilation compilation =
                compiler().withProcessors(new ModelProcessor(), other).compile(USER);

        assertThat(compilation.succeeds().generated()).containsExactly("Other.java", "User_.java");
    }

    @Test
    void waitsForTheTypesThatOtherProcessorsGenerate() {
        Compilation compilation = compiler()
                .withProcessors(
                        new ModelProcessor(),
                        new ClassWriter("*", "Money", "public class Money {}"),
                        new ClassWriter("*", "Keyed", "public class Keyed<K> { K id; }"))
                .compile("""
                        class Shop {
                            @io.gino.model.GinoModel("prices") static class Price { java.util.List<Money[]> amounts; }
                            @io.gino.model.GinoModel("orders") static class Order extends Keyed<Long> {}
                        }
                        """);

        assertThat(compilation.succeeds().attributes("Shop_.java")).containsExactly("List<Money[]> amounts", "Long id");
    }

    @Test
    void aModelMayUseTheClassGeneratedForAnother() {
        assertThat(compiler()
                        .compile(
                                USER,
                                "class Use { @io.gino.model.GinoModel(\"x\") static class X { User_.Alias alias; } }")
                        .succeeds()
                        .attributes("Use_.java"))
                .containsExactly("User_.Alias alias");
    }

    @Test
    void generatesNothingAfterAnError() {
        Compilation compilation = compiler()
                .withProcessors(
                        new ModelProcessor(), new ClassWriter("*", "Money", "public class Money {}"), new Complaining())
                .compile(USER, "@io.gino.model.GinoModel(\"prices\") class Price { Money amount; }");

        assertThat(compilation.generated()).containsExactly("Money.java", "User_.java");
        assertThat(compilation.complaints()).containsExactly("No.");
    }

    private Compiler compiler() {
        return Compiler.in(directory);
    }

    private abstract static class Other extends AbstractProcessor {

        private final String annotation;
        private boolean done;

        Other(String annotation) {
            this.annotation = annotation;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of(annotation);
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                act();
            }
            return false;
        }

        abstract void act();
    }

    /** Writes one class in the first round that concerns it. */
    private static final class ClassWriter extends Other {

        private final String name;
        private final String source;

        ClassWriter(String annotation, String name, String source) {
            super(annotation);
            this.name = name;
            this.source = source;
        }

        @Override
        void act() {
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Complaining extends Other {

        Complaining() {
            super("*");
        }

        @Override
        void act() {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "No.");
        }
    }

    /** The processor, with a note of the elements that each file is said to originate from. */
    private static final class Recording extends Other {

        private final ModelProcessor processor = new ModelProcessor();
        private final Map<String, List<String>> originsByFile = new TreeMap<>();

        Recording() {
            super("io.gino.model.GinoModel");
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Filer filer = proxy(Filer.class, environment.getFiler(), this::note);
            processor.init(proxy(
                    ProcessingEnvironment.class,
                    environment,
                    (method, arguments) -> method.equals("getFiler") ? filer : null));
        }

        private Object note(String method, Object[] arguments) {
            assertThat(method).isEqualTo("createSourceFile");
            originsByFile.put(
                    (String) arguments[0],
                    Arrays.stream((Element[]) arguments[1])
                            .map(Element::toString)
                            .toList());
            return null;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        void act() {}

        /** The real one, unless {@code instead} answers. */
        private static <T> T proxy(Class<T> type, T real, BiFunction<String, Object[], Object> instead) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                        Object answer = instead.apply(method.getName(), arguments);
                        return answer != null ? answer : method.invoke(real, arguments);
                    }));
        }
    }
}
