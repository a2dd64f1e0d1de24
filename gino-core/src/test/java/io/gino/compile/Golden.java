/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.ddl.Ddl;
import io.gino.sql.Statement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every statement whose SQL a test of this package states. Found by running those tests once more and listening, so that
 * nothing has to be listed twice.
 */
final class Golden {

    /** The classes whose tests state SQL. */
    static final List<Class<?>> TESTS = List.of(
            ExpressionTest.class,
            LiteralTest.class,
            TemplateTest.class,
            ConditionTest.class,
            ComparisonTest.class,
            FunctionTest.class,
            AggregateTest.class,
            WindowTest.class,
            ParenthesesTest.class,
            SelectTest.class,
            BakedTest.class,
            KeysetTest.class,
            OrderingsTest.class,
            TextSearchTest.class,
            JoinTest.class,
            SubqueryTest.class,
            QueryTest.class,
            WriteClauseTest.class,
            InsertTest.class,
            UpdateTest.class,
            JsonAttributeTest.class,
            OnUpdateTest.class,
            DeleteTest.class,
            MergeTest.class,
            SampleTest.class,
            TextTest.class,
            QuotingTest.class);

    /** The classes whose tests state DDL, which cannot be prepared. */
    static final List<Class<?>> DDL_TESTS = List.of(
            DdlTest.class,
            ColumnTest.class,
            ConstraintTest.class,
            ConstraintClauseTest.class,
            IndexTest.class,
            ObjectTest.class,
            PartitionTest.class);

    private static final ThreadLocal<List<Case>> LISTENER = new ThreadLocal<>();
    private static final ThreadLocal<List<Ddl>> DDL_LISTENER = new ThreadLocal<>();

    private Golden() {}

    /** A statement that a test compiled. */
    record Case(String test, Statement<?> statement, Compiled compiled) {

        @Override
        public String toString() {
            return test;
        }
    }

    static void add(Statement<?> statement, Compiled compiled) {
        List<Case> listener = LISTENER.get();
        if (listener != null) {
            listener.add(new Case("", statement, compiled));
        }
    }

    static void add(Ddl statement) {
        List<Ddl> listener = DDL_LISTENER.get();
        if (listener != null) {
            listener.add(statement);
        }
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        tests(TESTS).forEach(test -> all.addAll(casesOf(test)));
        return all;
    }

    /** The DDL whose SQL a test states. */
    static List<Ddl> ddl() {
        List<Ddl> heard = new ArrayList<>();
        DDL_LISTENER.set(heard);
        try {
            tests(DDL_TESTS).forEach(Golden::run);
        } finally {
            DDL_LISTENER.remove();
        }
        return heard;
    }

    private static Stream<Method> tests(List<Class<?>> classes) {
        return classes.stream()
                .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static List<Case> casesOf(Method test) {
        List<Case> heard = new ArrayList<>();
        LISTENER.set(heard);
        try {
            run(test);
        } finally {
            LISTENER.remove();
        }
        String name = test.getDeclaringClass().getSimpleName() + "." + test.getName();
        return heard.stream()
                .map(one -> new Case(name, one.statement(), one.compiled()))
                .toList();
    }

    private static void run(Method test) {
        try {
            Constructor<?> constructor = test.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            test.setAccessible(true);
            test.invoke(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(test + " fails", e);
        }
    }
}
