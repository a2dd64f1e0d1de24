/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.OrderTerm;
import io.gino.sql.Ordering;
import io.gino.sql.Orderings;
import io.gino.sql.Select;
import io.gino.sql.SetOperation;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Page by page, every row comes once and in order, whatever the order and wherever NULLs stand. */
@ExtendWith(PostgresExtension.class)
class KeysetIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Column<Long> ID = column("id", BIGINT).primaryKey();
    private static final Column<String> NAME = column("name", TEXT);
    private static final Column<Integer> AGE = column("age", INTEGER);
    private static final MetaData METADATA = new MetaData();
    private static final Table PEOPLE = METADATA.table("people", ID, NAME, AGE);

    private final GinoEngine engine;

    KeysetIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @BeforeEach
    void fill() {
        List<List<?>> rows = new ArrayList<>();
        for (String name : new String[] {"ada", null, "it's \"q\"", "zoë"}) {
            for (Integer age : new Integer[] {null, 1, 2, 2}) {
                rows.add(Arrays.asList(name, age));
            }
        }
        engine.schema(METADATA)
                .dropAll()
                .then(engine.schema(METADATA).createAll())
                .then(engine.status(PEOPLE.insert().rows(List.of(NAME, AGE), rows)))
                .block(TIMEOUT);
    }

    @AfterEach
    void close() {
        engine.close().block(TIMEOUT);
    }

    /** Both columns in every direction, with NULLs in every place. */
    static Stream<List<Ordering>> orders() {
        List<List<Ordering>> orders = new ArrayList<>();
        for (Ordering first : ways(NAME)) {
            for (Ordering second : ways(AGE)) {
                orders.add(List.of(first, second, ID.asc()));
                orders.add(List.of(second, first, ID.desc()));
            }
        }
        return orders.stream();
    }

    private static List<Ordering> ways(Column<?> column) {
        return List.of(
                column.asc(),
                column.desc(),
                column.asc().nullsFirst(),
                column.asc().nullsLast(),
                column.desc().nullsFirst(),
                column.desc().nullsLast());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyRowComesOnceAndInOrder(List<Ordering> order) {
        Select<Row> all = select(ID, NAME, AGE).from(PEOPLE).orderBy(order);
        Select<Row> page = all.limit(3);
        List<Long> seen = new ArrayList<>();
        List<Row> rows = rows(page);
        while (!rows.isEmpty()) {
            rows.forEach(row -> seen.add(row.get(ID)));
            rows = rows(page.afterToken(page.pageToken(key(order, rows.get(rows.size() - 1)))));
        }

        assertThat(seen)
                .hasSize(16)
                .isEqualTo(rows(all).stream().map(row -> row.get(ID)).toList());
    }

    private List<Row> rows(Select<Row> query) {
        return Objects.requireNonNull(engine.all(query).collectList().block(TIMEOUT));
    }

    private static Object[] key(List<Ordering> order, Row row) {
        return order.stream().map(term -> row.get(term.expression())).toArray();
    }

    @Test
    void queriesThatArePutTogetherArePagedToo() {
        SetOperation<Row> both = select(NAME, ID)
                .from(PEOPLE)
                .where(ID.le(10L))
                .union(select(NAME, ID).from(PEOPLE).where(ID.ge(7L)))
                .orderBy(NAME.desc().nullsLast(), ID)
                .limit(5);
        List<Row> rows = Objects.requireNonNull(engine.all(both).collectList().block(TIMEOUT));
        List<Object> seen = new ArrayList<>();
        while (!rows.isEmpty()) {
            rows.forEach(row -> seen.add(row.get("id")));
            Row last = rows.get(rows.size() - 1);
            rows = rows(both.afterToken(both.pageToken(last.get("name"), last.get("id"))));
        }

        assertThat(seen).containsExactly(13L, 14L, 15L, 16L, 9L, 10L, 11L, 12L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void aTokenThatWasTamperedWithIsOneClearError() {
        Select<Row> page = select(ID, NAME).from(PEOPLE).orderBy(NAME, ID);
        String token = page.pageToken("ada", 1L);
        String tampered = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);

        for (String wrong : List.of(tampered, token.substring(1), "", "'; DROP TABLE people; --")) {
            assertThatThrownBy(() -> page.afterToken(wrong))
                    .isInstanceOf(StatementException.class)
                    .hasMessage(
                            "The page token does not belong to this query and its order, or is damaged. Begin at the"
                                    + " first page.");
        }
    }

    @Test
    void clientsOrderByTheNamesThatTheyMayUse() {
        Map<String, Column<?>> names = new LinkedHashMap<>();
        names.put("called", NAME);
        names.put("id", ID);
        List<OrderTerm> order = Orderings.of(names).parse("-called,-id");

        assertThat(engine.all(select(ID)
                                .from(PEOPLE)
                                .where(NAME.isNotNull())
                                .orderBy(order)
                                .limit(3))
                        .collectList()
                        .block(TIMEOUT))
                .containsExactly(16L, 15L, 14L);
    }
}
