package io.gino.compile;

import io.gino.sql.Statement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
            KeysetTest.class,
            OrderingsTest.class,
            TextSearchTest.class,
            JoinTest.class,
            SubqueryTest.class,
            QueryTest.class,
            WriteClauseTest.class,
            InsertTest.class,
            UpdateTest.class,
            OnUpdateTest.class,
            DeleteTest.class,
            MergeTest.class,
            SampleTest.class,
            TextTest.class,
            QuotingTest.class);

    private static final ThreadLocal<List<Case>> LISTENER = new ThreadLocal<>();

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

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Class<?> tests : TESTS) {
            Arrays.stream(tests.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .forEach(method -> all.addAll(casesOf(method)));
        }
        return all;
    }

    private static List<Case> casesOf(Method test) {
        List<Case> heard = new ArrayList<>();
        LISTENER.set(heard);
        try {
            Constructor<?> constructor = test.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            test.setAccessible(true);
            test.invoke(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(test + " fails", e);
        } finally {
            LISTENER.remove();
        }
        String name = test.getDeclaringClass().getSimpleName() + "." + test.getName();
        return heard.stream()
                .map(one -> new Case(name, one.statement(), one.compiled()))
                .toList();
    }
}
