/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One {@code ```java} fence of a page: its code, and the line where that begins. */
record Snippet(Path page, int line, List<String> code) {

    private static final String CONTINUES = "<!-- snippet: continues -->";

    /** Those of README and docs/, in the groups that belong together and in a stable order. */
    static List<List<Snippet>> below(Path root) throws IOException {
        List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
        if (Files.isDirectory(root.resolve("docs"))) {
            try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        List<List<Snippet>> groups = new ArrayList<>();
        for (Path page : pages) {
            groups.addAll(in(root.relativize(page), Files.readAllLines(page)));
        }
        return groups;
    }

    /** A snippet with the continuation mark above it joins the group before it; any other begins one. */
    static List<List<Snippet>> in(Path page, List<String> lines) {
        List<List<Snippet>> groups = new ArrayList<>();
        String above = "";
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i++).strip();
            if (line.startsWith("```")) {
                int begin = i;
                while (i < lines.size() && !lines.get(i).strip().equals("```")) {
                    i++;
                }
                if (line.equals("```java")) {
                    if (groups.isEmpty() || !above.equals(CONTINUES)) {
                        groups.add(new ArrayList<>());
                    }
                    groups.get(groups.size() - 1)
                            .add(new Snippet(page, begin + 1, List.copyOf(lines.subList(begin, i))));
                }
                i++;
            }
            above = line.isEmpty() ? above : line;
        }
        return groups;
    }

    /** Whether a reader would copy it as it stands: it says itself where it lives or what it needs. */
    boolean isComplete() {
        return code.stream().anyMatch(line -> line.startsWith("package ") || line.startsWith("import "));
    }

    /** How many lines it has up to its last import. */
    int imports() {
        return IntStream.range(0, code.size())
                .filter(i -> code.get(i).startsWith("import "))
                .map(i -> i + 1)
                .max()
                .orElse(0);
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
