/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What came of compiling. */
record Compilation(
        Path classes, Path sources, List<Path> classPath, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("public static final ColumnAttribute<[\\w.]+, (.*)> (\\S+) =");

    /** The errors and warnings, as {@code User.java:7: what is wrong}. */
    List<String> complaints() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Compilation::describe)
                .toList();
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT);
        return diagnostic.getSource() == null
                ? message
                : new File(diagnostic.getSource().getName()).getName() + ":" + diagnostic.getLineNumber() + ": "
                        + message;
    }

    /** Fails when the compiler had anything to complain of. */
    Compilation succeeds() {
        assertThat(complaints()).isEmpty();
        return this;
    }

    /** The names of the generated source files. */
    List<String> generated() {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> sources.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A generated source file. */
    String source(String file) {
        assertThat(generated()).contains(file);
        try {
            return Files.readString(sources.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attributes that a generated source file declares, in its order, such as {@code Long id}. */
    List<String> attributes(String file) {
        return ATTRIBUTE
                .matcher(source(file))
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    Class<?> load(String className) {
        succeeds();
        try {
            URL[] urls = Stream.concat(Stream.of(classes), classPath.stream())
                    .map(Compilation::url)
                    .toArray(URL[]::new);
            return Class.forName(className, true, new URLClassLoader(urls, Compilation.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls {@code static Object main()} of a class. */
    Object run(String className) {
        try {
            Method main = load(className).getDeclaredMethod("main");
            main.setAccessible(true);
            return main.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
