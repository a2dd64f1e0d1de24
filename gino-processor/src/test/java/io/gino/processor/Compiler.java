/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The JDK's own, with the processor and every lint that says something about code. */
record Compiler(Path directory, List<Processor> processors, List<String> options, List<Path> classPath) {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (\\S+);");
    private static final Pattern CLASS = Pattern.compile("\\b(?:class|record|enum|interface|module) (\\w+)");

    /** Puts what it writes below a directory. */
    static Compiler in(Path directory) {
        return new Compiler(
                directory, List.of(new ModelProcessor()), List.of("-Xlint:all,-processing,-path,-options"), List.of());
    }

    /** With other processors and, when it is to run, the one for models among them. */
    Compiler withProcessors(Processor... others) {
        return new Compiler(directory, List.of(others), options, classPath);
    }

    Compiler withOptions(String... more) {
        return new Compiler(
                directory,
                processors,
                Stream.concat(options.stream(), Stream.of(more)).toList(),
                classPath);
    }

    /** With the classes of an earlier compilation as a library. */
    Compiler withLibrary(Compilation library) {
        return new Compiler(
                directory, processors, options, List.of(library.succeeds().classes()));
    }

    /** Compiles source files, each named after the first class in it. */
    Compilation compile(String... sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                JAVAC.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            Path classes = Files.createTempDirectory(directory, "classes");
            Path generated = Files.createTempDirectory(directory, "generated");
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, wholeClassPath());
            JavaCompiler.CompilationTask task = JAVAC.getTask(
                    null,
                    files,
                    diagnostics,
                    options,
                    null,
                    Arrays.stream(sources).map(Source::new).toList());
            task.setLocale(Locale.ROOT);
            task.setProcessors(processors);
            task.call();
            return new Compilation(classes, generated, classPath, diagnostics.getDiagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> wholeClassPath() {
        List<Path> paths = new ArrayList<>(classPath);
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .forEach(paths::add);
        return paths;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("memory:///" + path(text)), Kind.SOURCE);
            this.text = text;
        }

        private static String path(String text) {
            Matcher packageName = PACKAGE.matcher(text);
            Matcher className = CLASS.matcher(text);
            if (!className.find()) {
                throw new IllegalArgumentException("There is no class in: " + text);
            }
            String folder = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
            return folder + (text.startsWith("module") ? "module-info" : className.group(1)) + ".java";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
