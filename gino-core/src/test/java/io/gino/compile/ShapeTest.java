package io.gino.compile;

import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.sql.Statement;
import java.util.List;
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
    void doesNotDependOnNullsThatAreSet() {
        assertThat(sql(USERS.update().set(NAME, (String) null).where(ID.eq(1L))))
                .isEqualTo(sql(USERS.update().set(NAME, "x").where(ID.eq(2L))));
    }
}
