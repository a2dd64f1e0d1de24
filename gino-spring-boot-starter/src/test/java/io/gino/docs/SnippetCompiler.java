/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.docs;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles snippets as a reader would: against this module's test class path, with the annotation processors on it.
 *
 * <p>A snippet is one of three things, and the first that javac can parse is taken: a source file, the statements of a method, or
 * the members of a class. Statements and members of one group share a class, so that a snippet that continues another sees its
 * variables and methods. All get {@link #IMPORTS}, except a source file with a package or imports of its own: that is one which a
 * reader copies whole, so it must be complete. Annotation processors see no types that stand among statements: such a model
 * needs a fence of its own, which the statements then continue.
 */
final class SnippetCompiler {

    /** On demand only: a type that a snippet declares or imports itself then hides one of the same name. */
    private static final String IMPORTS = "import java.math.*; import java.time.*; import java.util.*;"
            + " import reactor.core.publisher.*;"
            + " import org.springframework.http.*; import org.springframework.web.bind.annotation.*;";

    /** What statements and members may use undeclared; a variable that a snippet declares hides the field. */
    private static final String FIELDS = "";

    private static final List<String> OPTIONS =
            List.of("--release", "17", "-parameters", "-Xlint:deprecation,rawtypes,removal,unchecked");

    private static final Set<Diagnostic.Kind> PROBLEMS =
            EnumSet.of(Diagnostic.Kind.ERROR, Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING);

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final Path output;

    SnippetCompiler(Path output) {
        this.output = output;
    }

    /** What javac has to say of snippets that belong together, warnings too: the page, the line, the message, the code. */
    List<String> problems(List<Snippet> group) {
        String declaredPackage = group.stream()
                .flatMap(snippet -> snippet.code().stream())
                .filter(line -> line.startsWith("package "))
                .findFirst()
                .orElse("");
        List<JavaFileObject> files = new ArrayList<>();
        List<Snippet> statements = new ArrayList<>();
        List<Snippet> members = new ArrayList<>();
        for (Snippet snippet : group) {
            switch (shape(snippet)) {
                case SOURCE_FILE ->
                    files.add(new SnippetSource("File" + snippet.line())
                            .add(snippet.isComplete() ? "" : declaredPackage + IMPORTS)
                            .add(snippet, 0, snippet.code().size()));
                case STATEMENTS -> statements.add(snippet);
                case MEMBERS -> members.add(snippet);
            }
        }
        files.add(fragments(declaredPackage, statements, members));
        return compile(files);
    }

    private static SnippetSource fragments(String declaredPackage, List<Snippet> statements, List<Snippet> members) {
        SnippetSource source = new SnippetSource("Fragments").add(declaredPackage + IMPORTS);
        statements.forEach(snippet -> source.add(snippet, 0, snippet.imports()));
        members.forEach(snippet -> source.add(snippet, 0, snippet.imports()));
        source.add("class Fragments { " + FIELDS);
        members.forEach(
                snippet -> source.add(snippet, snippet.imports(), snippet.code().size()));
        source.add("void statements() throws Exception {");
        statements.forEach(
                snippet -> source.add(snippet, snippet.imports(), snippet.code().size()));
        return source.add("}}");
    }

    private List<String> compile(List<JavaFileObject> files) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(diagnostics, null, null)) {
            manager.setLocationFromPaths(
                    StandardLocation.CLASS_OUTPUT, List.of(Files.createTempDirectory(output, "classes")));
            JavaCompiler.CompilationTask task = javac.getTask(null, manager, diagnostics, OPTIONS, null, files);
            task.setProcessors(ServiceLoader.load(Processor.class));
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(problem -> PROBLEMS.contains(problem.getKind()))
                .map(SnippetCompiler::describe)
                .toList();
    }

    private static String describe(Diagnostic<? extends JavaFileObject> problem) {
        return problem.getSource() instanceof SnippetSource source ? source.describe(problem) : problem.toString();
    }

    private enum Shape {
        SOURCE_FILE("", ""),
        STATEMENTS("class Parsed { void statements() {", "}}"),
        MEMBERS("class Parsed {", "}");

        private final String before;
        private final String after;

        Shape(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    /** The first that parses; where none does, the one that gets furthest, since its error is what the author wants to read. */
    private Shape shape(Snippet snippet) {
        Shape best = Shape.SOURCE_FILE;
        long fewest = Long.MAX_VALUE;
        for (Shape shape : Shape.values()) {
            long unread = linesAfterFirstError(new SnippetSource("Parsed")
                    .add(shape.before)
                    .add(
                            snippet,
                            shape == Shape.SOURCE_FILE ? 0 : snippet.imports(),
                            snippet.code().size())
                    .add(shape.after));
            if (unread < fewest) {
                best = shape;
                fewest = unread;
            }
        }
        return best;
    }

    private long linesAfterFirstError(SnippetSource source) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        // With processors on the class path javac would keep what it finds until after they ran.
        List<String> options = List.of("--release", "17", "-proc:none");
        try {
            ((JavacTask) javac.getTask(null, null, diagnostics, options, null, List.of(source))).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .mapToLong(problem -> source.lines() - problem.getLineNumber())
                .max()
                .orElse(-1);
    }
}
