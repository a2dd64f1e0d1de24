/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.select;
import static io.gino.sql.TableSample.Method.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The same shape of statement has the same text, whatever its values: the driver keeps prepared statements by text. */
class ShapeTest {

    private static String sql(Statement<?> statement) {
        return new PostgresCompiler().compile(statement).sql();
    }

    @Test
    void doesNotDependOnValues() {
        assertThat(sql(page("a", 1, 10, 20))).isEqualTo(sql(page("it's", -5, 0, 1_000_000)));
    }

    private static Statement<?> page(String name, int age, long limit, long offset) {
        return select(ID, NAME)
                .from(USERS)
                .where(NAME.startsWith(name).and(AGE.between(age, age + 1)))
                .limit(limit)
                .offset(offset);
    }

    @Test
    void doesNotDependOnTheEqualityOfValues() {
        assertThat(sql(select(ID).from(USERS).where(NAME.eq("a").or(EMAIL.eq("a")))))
                .isEqualTo(sql(select(ID).from(USERS).where(NAME.eq("a").or(EMAIL.eq("b")))));
    }

    @Test
    void doesNotDependOnTheSizeOfLists() {
        List<Long> many = LongStream.range(0, 100_000).boxed().toList();

        assertThat(sql(select(NAME).from(USERS).where(ID.in(many))))
                .isEqualTo(sql(select(NAME).from(USERS).where(ID.in(List.of()))));
    }

    @Test
    void doesNotDependOnTheNumberOfRows() {
        assertThat(sql(USERS.insert().rows(List.of(NAME, AGE), List.of())))
                .isEqualTo(sql(USERS.insert().rows(List.of(NAME, AGE), List.of(List.of("a", 1), List.of("b", 2)))));
    }

    @Test
    void doesNotDependOnTheValuesOfAMergeOrASample() {
        assertThat(sql(merge(1, 5.0))).isEqualTo(sql(merge(2, 0.1)));
    }

    private static Statement<?> merge(int age, double percent) {
        return USERS.mergeUsing(ADDRESSES.tablesample(SYSTEM, percent), ID.eq(ADDRESS_USER))
                .whenMatched(AGE.gt(age))
                .update(row -> row.set(AGE, age));
    }

    @Test
    void isTheSameInEveryThread() throws Exception {
        Statement<?> shared = select(ID, NAME)
                .from(USERS.leftJoin(ADDRESSES))
                .where(NAME.startsWith("a").and(AGE.in(List.of(1, 2, 3))))
                .orderBy(NAME.desc(), ID)
                .after("x", 7L)
                .limit(10);
        PostgresCompiler compiler = new PostgresCompiler();
        Compiled expected = compiler.compile(shared);
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Set<String>>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(executor.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return IntStream.range(0, 500)
                            .mapToObj(time -> text(compiler.compile(shared)))
                            .collect(Collectors.toSet());
                }));
            }
            for (Future<Set<String>> result : results) {
                assertThat(result.get(30, TimeUnit.SECONDS)).containsExactly(text(expected));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** The text and the binds; arrays compare by identity. */
    private static String text(Compiled compiled) {
        return compiled.sql() + " "
                + compiled.slots().stream()
                        .map(slot -> slot.value() instanceof Object[] elements ? List.of(elements) : slot.value())
                        .toList();
    }

    @Test
    void doesNotDependOnNullsThatAreSet() {
        assertThat(sql(USERS.update().set(NAME, (String) null).where(ID.eq(1L))))
                .isEqualTo(sql(USERS.update().set(NAME, "x").where(ID.eq(2L))));
    }
}
