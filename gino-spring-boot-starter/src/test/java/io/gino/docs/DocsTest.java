/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever Java README and docs/ show compiles. This module is the place, since its test class path is what README tells an
 * application to have: the starter, WebFlux, the processor and the test support.
 */
class DocsTest {

    @TempDir
    private Path output;

    @TestFactory
    Stream<DynamicTest> everySnippetCompiles() throws IOException {
        List<List<Snippet>> groups = Snippet.below(Path.of(".."));
        assertThat(groups).as("snippets in README.md and docs/").isNotEmpty();
        return groups.stream()
                .map(group -> DynamicTest.dynamicTest(
                        group.get(0).toString(),
                        () -> assertThat(problems(group)).isEmpty()));
    }

    @Test
    void aWrongSnippetIsReportedWithPageLineAndJavacsMessage() {
        assertThat(problemsOf("""
                        # Page

                        ```java
                        Mono<String> name = Mono.just("jack");
                        Mono<Integer> length = name.map(String::strip);
                        ```
                        """))
                .singleElement()
                .asString()
                .startsWith("page.md:5: error: incompatible types: ")
                .endsWith("\n    Mono<Integer> length = name.map(String::strip);");
    }

    @Test
    void aSnippetThatCannotBeParsedIsReportedWhereItGoesWrong() {
        assertThat(problemsOf("""
                        ```java
                        Mono<String> name = Mono.just("jack");
                        Mono<String> other = Mono.just("jack";
                        ```
                        """)).first().asString().startsWith("page.md:3: error: ");
    }

    @Test
    void aWarningIsAProblem() {
        assertThat(problemsOf("""
                        ```java
                        List names = List.of("jack");
                        ```
                        """))
                .singleElement()
                .asString()
                .startsWith("page.md:2: warning: found raw type: java.util.List");
    }

    @Test
    void filesStatementsAndMembersBuildOnOneAnother() {
        assertThat(problemsOf("""
                        ```java
                        package com.example;

                        public record User(String name) {}
                        ```

                        <!-- snippet: continues -->
                        ```java
                        /** Has no package and no imports: gets both. */
                        public record Team(List<User> users) {}
                        ```

                        <!-- snippet: continues -->

                        ```java
                        User jack = new User("jack");
                        ```

                        <!-- snippet: continues -->
                        ```java
                        import java.util.concurrent.Callable;

                        Callable<Team> team = () -> new Team(List.of(jack, find(1)));
                        team.call();
                        ```

                        <!-- snippet: continues -->
                        ```java
                        @GetMapping("/users/{id}")
                        User find(@PathVariable long id) {
                            return new User("daisy");
                        }
                        ```
                        """)).isEmpty();
    }

    @Test
    void withoutTheMarkASnippetStandsAlone() {
        assertThat(problemsOf("""
                        ```java
                        String name = "jack";
                        ```

                        ```java
                        name.strip();
                        ```
                        """)).first().asString().startsWith("page.md:6: error: cannot find symbol");
    }

    @Test
    void aFileWithImportsMustHaveAllItNeeds() {
        assertThat(problemsOf("""
                        ```java
                        import java.util.List;

                        record User(List<String> names, Map<String, String> extra) {}
                        ```
                        """)).first().asString().startsWith("page.md:4: error: cannot find symbol");
    }

    @Test
    void onlyJavaFencesAreSnippets() {
        assertThat(Snippet.in(
                        Path.of("page.md"), List.of("```sh", "```java is not open here", "```", "```java", "```")))
                .containsExactly(List.of(new Snippet(Path.of("page.md"), 5, List.of())));
    }

    private List<String> problemsOf(String page) {
        return Snippet.in(Path.of("page.md"), page.lines().toList()).stream()
                .flatMap(group -> problems(group).stream())
                .toList();
    }

    private List<String> problems(List<Snippet> group) {
        return new SnippetCompiler(output).problems(group);
    }
}
