/* SPDX-License-Identifier: Apache-2.0 */
package io.gino;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds gino-core to its map of packages. Each rule is also run over the classes below {@code planted}, which break it on purpose:
 * a rule that has come to compare nothing is found there.
 */
class ArchitectureTest {

    /** Top to bottom: a package, and the packages that it may use. The façade, {@code io.gino} itself, stands last. */
    private static final Map<String, Set<String>> MAP = map("""
            error   :
            type    : error
            row     : error type
            sql     : error type row
            function : error type row sql
            schema  : error type row sql
            ddl     : error type row sql schema
            compile : error type row sql schema ddl
            model   : error type row sql schema
            load    : error type row sql schema model
            engine  : error type row sql schema ddl compile
            crud    : error type row sql schema ddl compile model load engine
                    : error type row sql schema ddl compile model load engine crud
            """);

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.gino");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    enum Rule {
        PACKAGES_USE_ONLY_WHAT_STANDS_ABOVE_THEM(
                "planted.crud.UsesFacade -> planted.Facade",
                "planted.sql.UsesSchema -> planted.schema.Table",
                "planted.sql.UsesSchemaInGenerics -> planted.schema.Table") {
            @Override
            ArchRule in(String root) {
                return classes().should(useOnlyWhatTheMapAllows(root));
            }
        },
        EVERY_PACKAGE_IS_ON_THE_MAP(
                "Class <planted.sql.detail.Nested> does not reside", "Class <planted.util.Helper> does not reside") {
            @Override
            ArchRule in(String root) {
                return classes()
                        .should()
                        .resideInAnyPackage(MAP.keySet().stream()
                                .map(name -> qualified(root, name))
                                .toArray(String[]::new));
            }
        },
        ONLY_THE_ENGINE_KNOWS_R2DBC("planted.compile.UsesR2dbc.row") {
            @Override
            ArchRule in(String root) {
                return noClasses()
                        .that()
                        .resideOutsideOfPackage(qualified(root, "engine"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.r2dbc..");
            }
        },
        NOTHING_KNOWS_SPRING("planted.engine.UsesSpring.bean") {
            @Override
            ArchRule in(String root) {
                return noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");
            }
        },
        ONLY_MODELS_REFLECT("planted.load.UsesHandles.handle", "planted.load.UsesReflection.method") {
            @Override
            ArchRule in(String root) {
                return noClasses()
                        .that()
                        .resideOutsideOfPackage(qualified(root, "model"))
                        .and()
                        .doNotHaveFullyQualifiedName("io.gino.engine.DriverClient") // says why itself
                        .and()
                        .doNotHaveFullyQualifiedName("io.gino.engine.DriverRows") // as well
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("java.lang.reflect", "java.lang.invoke")
                                .and(not(assignableTo(Type.class)))); // a Type names a type, and reaches into nothing
            }
        };

        /** What the rule must report of the planted classes: one fragment for each violation, in their order. */
        private final List<String> planted;

        Rule(String... planted) {
            this.planted = List.of(planted);
        }

        abstract ArchRule in(String root);
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        rule.in("io.gino").check(MAIN);
    }

    @ParameterizedTest
    @EnumSource
    void bites(Rule rule) {
        List<String> reported = rule.in("planted").evaluate(PLANTED).getFailureReport().getDetails().stream()
                .sorted()
                .distinct()
                .toList();

        assertThat(reported)
                .zipSatisfy(rule.planted, (line, fragment) -> assertThat(line).contains(fragment));
    }

    @Test
    void mapReadsFromTopToBottom() {
        List<String> above = new ArrayList<>();
        MAP.forEach((name, uses) -> {
            assertThat(above).as("what stands above '%s'", name).containsAll(uses);
            above.add(name);
        });
    }

    private static ArchCondition<JavaClass> useOnlyWhatTheMapAllows(String root) {
        return new ArchCondition<>("use only what the map allows") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    if (isOnMap(root, used) && !allows(root, user, used)) {
                        events.add(SimpleConditionEvent.violated(dependency, user.getName() + " -> " + used.getName()));
                    }
                }
            }
        };
    }

    private static boolean isOnMap(String root, JavaClass type) {
        return MAP.keySet().stream().anyMatch(name -> qualified(root, name).equals(type.getPackageName()));
    }

    private static boolean allows(String root, JavaClass user, JavaClass used) {
        return user.getPackageName().equals(used.getPackageName())
                || MAP.entrySet().stream()
                        .filter(row -> qualified(root, row.getKey()).equals(user.getPackageName()))
                        .flatMap(row -> row.getValue().stream())
                        .anyMatch(name -> qualified(root, name).equals(used.getPackageName()));
    }

    private static String qualified(String root, String name) {
        return name.isEmpty() ? root : root + "." + name;
    }

    private static Map<String, Set<String>> map(String text) {
        return text.lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(
                        row -> row[0].strip(),
                        row -> row[1].isBlank()
                                ? Set.of()
                                : Set.of(row[1].strip().split(" ")),
                        (one, other) -> {
                            throw new IllegalStateException("A package stands twice on the map.");
                        },
                        LinkedHashMap::new));
    }
}
