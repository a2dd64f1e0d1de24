/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.docs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.SimpleJavaFileObject;

/** A file for javac made of lines of snippets and of lines around them, which knows where on which page each of them stands. */
final class SnippetSource extends SimpleJavaFileObject {

    private final List<String> lines = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    SnippetSource(String name) {
        super(URI.create("snippet:/" + name + Kind.SOURCE.extension), Kind.SOURCE);
    }

    /** A line around the snippets; a problem there is reported at the snippet line that follows, or at the first there is. */
    SnippetSource add(String line) {
        lines.add(line);
        places.add("");
        return this;
    }

    SnippetSource add(Snippet snippet, int from, int to) {
        for (int i = from; i < to; i++) {
            lines.add(snippet.code().get(i));
            places.add(snippet.page() + ":" + (snippet.line() + i));
        }
        return this;
    }

    int lines() {
        return lines.size();
    }

    String describe(Diagnostic<?> problem) {
        int line = (int) Math.max(0, problem.getLineNumber() - 1);
        String place = Stream.concat(places.stream().skip(line), places.stream())
                .filter(known -> !known.isEmpty())
                .findFirst()
                .orElse(getName());
        return place + ": " + problem.getKind().name().toLowerCase(Locale.ROOT) + ": "
                + problem.getMessage(Locale.ENGLISH) + "\n    "
                + lines.get(Math.min(line, lines.size() - 1)).strip();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return String.join("\n", lines);
    }

    /** A page may show two public types in one fence; javac asks here whether they may share a file. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE && !simpleName.endsWith("-info");
    }
}
