/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.CreateTable;
import io.gino.ddl.Ddl;
import io.gino.schema.Constraint;
import io.gino.schema.PartitionOf;
import io.gino.sql.ColumnClause;
import io.gino.sql.Condition;
import io.gino.sql.Exists;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.GroupTerm;
import io.gino.sql.Insert;
import io.gino.sql.Logical;
import io.gino.sql.Merge;
import io.gino.sql.OrderTerm;
import io.gino.sql.Ordering;
import io.gino.sql.Statement;
import io.gino.sql.Template;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of the language occurs in the SQL that some test states. */
class CoverageTest {

    private static final Set<Object> SEEN = Collections.newSetFromMap(new IdentityHashMap<>());

    static {
        Golden.cases().forEach(golden -> see(golden.statement()));
        Golden.ddl().forEach(CoverageTest::seeDdl);
    }

    private static void seeDdl(Ddl statement) {
        SEEN.add(statement);
        if (statement instanceof CreateTable create) {
            create.constraints().forEach(named -> SEEN.add(named.constraint()));
            create.table().partitionOf().flatMap(PartitionOf::bounds).ifPresent(SEEN::add);
        }
    }

    /** The statement and everything that it is made of. */
    private static void see(Object root) {
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Collection<?> parts) {
                parts.stream().filter(part -> part != null).forEach(open::push);
            } else if (next instanceof Optional<?> part) {
                part.ifPresent(open::push);
            } else if (next.getClass().getPackage() == Statement.class.getPackage() && SEEN.add(next)) {
                fields(next.getClass()).forEach(field -> push(open, field, next));
            } else {
                SEEN.add(next);
            }
        }
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static void push(Deque<Object> open, Field field, Object owner) {
        try {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (value != null) {
                open.push(value);
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** The kinds themselves, below all sealed types. */
    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CoverageTest::kinds)
                : Stream.of(type);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Expression.class,
                Condition.class,
                OrderTerm.class,
                GroupTerm.class,
                FromItem.class,
                Statement.class,
                Insert.Source.class,
                Merge.Action.class,
                Ddl.class,
                Constraint.class,
                PartitionOf.Bounds.class
            })
    void statesTheSqlOfEveryKind(Class<?> sealed) {
        assertThat(kinds(sealed))
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(SEEN)
                        .as("the SQL of a %s", kind.getSimpleName())
                        .anyMatch(kind::isInstance));
    }

    @Test
    void findsKindsBelowEverySealedType() {
        assertThat(kinds(Expression.class)).contains(ColumnClause.class, Logical.class, Exists.class);
        assertThat(kinds(OrderTerm.class)).contains(Ordering.class, Template.class);
    }
}
