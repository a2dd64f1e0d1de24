/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.index;
import static io.gino.sql.Sql.excluded;
import static io.gino.sql.Sql.explain;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.mergeAction;
import static io.gino.sql.Sql.newValue;
import static io.gino.sql.Sql.oldValue;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.sql.Sql.value;
import static io.gino.sql.Sql.values;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.ColumnClause;
import io.gino.sql.CommonTable;
import io.gino.sql.Statement;
import io.gino.sql.Subquery;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.test.StepVerifier;

/** Clauses of writing statements. Each is asserted as SQL and by what PostgreSQL makes of it. */
@ExtendWith(PostgresExtension.class)
class WritesIT {

    private final MetaData metadata = new MetaData();
    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT).unique();
    private final Column<Integer> stock = column("stock", INTEGER);
    private final Table goods = metadata.table(
            "goods", id, name, stock, index("goods_lower").on(lower(name)).asUnique());
    private final Column<String> ordered = column("name", TEXT);
    private final Column<Integer> number = column("number", INTEGER);
    private final Table orders = metadata.table("orders", ordered, number);
    private final GinoEngine engine;

    WritesIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @BeforeEach
    void fill() {
        engine.schema(metadata)
                .dropAll()
                .then(engine.schema(metadata).createAll())
                .then(engine.status(
                        goods.insert().rows(List.of(name, stock), List.of(List.of("nut", 5), List.of("bolt", 7)))))
                .then(engine.status(orders.insert().rows(List.of(ordered, number), List.of(List.of("nut", 2)))))
                .block(Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        engine.close().block(Duration.ofSeconds(10));
    }

    private void assertThatRuns(Statement<?> statement, String sql, String... rows) {
        assertThat(statement).hasToString(sql);
        StepVerifier.create(engine.all(statement).map(Object::toString))
                .expectNext(rows)
                .verifyComplete();
    }

    @Test
    void aRowThatIsThereAlreadyIsLeftAlone() {
        assertThatRuns(
                goods.insert().set(name, "nut").onConflict(name).doNothing().returning(id),
                "INSERT INTO goods (name) VALUES ($1) ON CONFLICT (name) DO NOTHING RETURNING goods.id");
    }

    @Test
    void aRowThatIsThereAlreadyIsChanged() {
        assertThatRuns(
                goods.insert()
                        .set(name, "nut")
                        .set(stock, 3)
                        .onConflict(name)
                        .doUpdate(row ->
                                row.set(stock, stock.plus(excluded(stock))).where(stock.lt(100)))
                        .returning(stock),
                "INSERT INTO goods (name, stock) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET stock = goods.stock +"
                        + " excluded.stock WHERE goods.stock < $3 RETURNING goods.stock",
                "8");
    }

    @Test
    void manyRowsAreStoredOrChangedByOneStatement() {
        assertThatRuns(
                goods.insert()
                        .rows(List.of(name, stock), List.of(List.of("nut", 1), List.of("cog", 2)))
                        .onConflict(name)
                        .doUpdate(stock)
                        .returning(name, stock),
                "INSERT INTO goods (name, stock) SELECT * FROM unnest($1::text[], $2::integer[]) ON CONFLICT (name) DO"
                        + " UPDATE SET stock = excluded.stock RETURNING goods.name, goods.stock",
                "{name=nut, stock=1}",
                "{name=cog, stock=2}");
    }

    @Test
    void aConflictMayBeToldByConstraintOrExpression() {
        assertThatRuns(
                goods.insert()
                        .set(name, "nut")
                        .onConflictOn("uq_goods_name")
                        .doUpdate(name)
                        .returning(name),
                "INSERT INTO goods (name) VALUES ($1) ON CONFLICT ON CONSTRAINT uq_goods_name DO UPDATE SET name ="
                        + " excluded.name RETURNING goods.name",
                "nut");
        assertThatRuns(
                goods.insert().set(name, "NUT").onConflict(lower(name)).doNothing(),
                "INSERT INTO goods (name) VALUES ($1) ON CONFLICT ((lower(goods.name))) DO NOTHING");
    }

    @Test
    void anyConflictMayBeLeftAlone() {
        assertThatRuns(
                goods.insert().set(name, "NUT").onConflict().doNothing().returning(id),
                "INSERT INTO goods (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING goods.id");
    }

    @Test
    void aConflictMayBeThatOfAPartialIndex() {
        engine.status(text("CREATE UNIQUE INDEX orders_open ON orders (name) WHERE number > 0"))
                .block(Duration.ofSeconds(10));
        assertThatRuns(
                orders.insert()
                        .set(ordered, "nut")
                        .set(number, 9)
                        .onConflict(ordered)
                        .where(number.gt(literal(INTEGER, 0)))
                        .doUpdate(number)
                        .returning(ordered, number),
                "INSERT INTO orders (name, number) VALUES ($1, $2) ON CONFLICT (name) WHERE orders.number > 0 DO UPDATE SET"
                        + " number = excluded.number RETURNING orders.name, orders.number",
                "{name=nut, number=9}");
    }

    @Test
    void aRowThatDoesNotMeetTheConditionOfTheUpdateStays() {
        assertThatRuns(
                goods.insert()
                        .set(name, "bolt")
                        .onConflict(name)
                        .doUpdate(row -> row.set(stock, 0).where(stock.lt(5)))
                        .returning(stock),
                "INSERT INTO goods (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET stock = $2 WHERE goods.stock < $3"
                        + " RETURNING goods.stock");
    }

    @Test
    void anUpdateNeedsToKnowWhichConflict() {
        assertThatThrownBy(() -> goods.insert().set(name, "nut").onConflict().doUpdate(stock))
                .isInstanceOf(StatementException.class)
                .hasMessage("ON CONFLICT … DO UPDATE of 'goods' needs to know which conflict: onConflict(columns), or"
                        + " onConflictOn(constraint).");
        assertThatThrownBy(
                        () -> goods.insert().set(name, "nut").onConflict(name).doUpdate(row -> row))
                .hasMessage("ON CONFLICT of 'goods' updates nothing. Add set(column, value), or use doNothing().");
    }

    @Test
    void aColumnMayGetItsDefault() {
        assertThatRuns(
                orders.insert().setDefault(number).set(ordered, "cog").returning(ordered, number),
                "INSERT INTO orders (number, name) VALUES (DEFAULT, $1) RETURNING orders.name, orders.number",
                "{name=cog, number=null}");
        assertThatRuns(
                orders.update().setDefault(number).where(ordered.eq("nut")).returning(ordered, number),
                "UPDATE orders SET number = DEFAULT WHERE orders.name = $1 RETURNING orders.name, orders.number",
                "{name=nut, number=null}");
    }

    @Test
    void anUpdateMayComputeFromOtherTables() {
        assertThatRuns(
                goods.update()
                        .set(stock, stock.minus(number))
                        .from(orders)
                        .where(name.eq(ordered))
                        .returning(name, stock),
                "UPDATE goods SET stock = goods.stock - orders.number FROM orders WHERE goods.name = orders.name RETURNING"
                        + " goods.name, goods.stock",
                "{name=nut, stock=3}");
    }

    @Test
    void aDeleteMayLookAtOtherTables() {
        assertThatRuns(
                goods.delete().using(orders).where(name.eq(ordered)).returning(name),
                "DELETE FROM goods USING orders WHERE goods.name = orders.name RETURNING goods.name",
                "nut");
    }

    @Test
    void anInsertMayTakeTheRowsOfAQuery() {
        assertThatRuns(
                orders.insert()
                        .from(
                                List.of(ordered, number),
                                select(name, stock).from(goods).where(name.eq("bolt")))
                        .returning(number),
                "INSERT INTO orders (name, number) SELECT goods.name, goods.stock FROM goods WHERE goods.name = $1 RETURNING"
                        + " orders.number",
                "7");
    }

    @Test
    void returningKnowsTheValueBefore() {
        assertThatRuns(
                goods.update().set(stock, 0).where(name.eq("nut")).returning(oldValue(stock), stock),
                "UPDATE goods SET stock = $1 WHERE goods.name = $2 RETURNING old.stock, goods.stock",
                "{?column?=5, stock=0}");
    }

    @Test
    void mergeBringsATableInLineWithAnother() {
        engine.status(orders.insert().rows(List.of(ordered, number), List.of(List.of("cog", 4))))
                .block(Duration.ofSeconds(10));
        CommonTable merged = goods.mergeUsing(orders, name.eq(ordered))
                .whenMatched(stock.ge(number))
                .update(row -> row.set(stock, stock.minus(number)))
                .whenNotMatched()
                .insert(row -> row.set(name, ordered).set(stock, number))
                .whenNotMatchedBySource()
                .delete()
                .returning(
                        mergeAction(), oldValue(name).as("old"), newValue(stock).as("new"))
                .asCommonTable("merged");
        assertThatRuns(
                merged.select().orderBy(merged.column("merge_action")),
                "WITH merged (merge_action, old, new) AS (MERGE INTO goods USING orders ON goods.name = orders.name WHEN"
                        + " MATCHED AND goods.stock >= orders.number THEN UPDATE SET stock = goods.stock - orders.number"
                        + " WHEN NOT MATCHED THEN INSERT (name, stock) VALUES (orders.name, orders.number) WHEN NOT"
                        + " MATCHED BY SOURCE THEN DELETE RETURNING merge_action(), old.name AS old, new.stock AS new)"
                        + " SELECT merged.merge_action, merged.old, merged.new FROM merged ORDER BY merged.merge_action",
                "{merge_action=DELETE, old=bolt, new=null}",
                "{merge_action=INSERT, old=null, new=4}",
                "{merge_action=UPDATE, old=nut, new=3}");
    }

    @Test
    void mergeChangesAndAddsOnEveryServerThatHasIt() {
        Subquery given = values(
                        List.of(value(TEXT, "nut"), value(INTEGER, 1)),
                        List.of(value(TEXT, "bolt"), value(INTEGER, 0)),
                        List.of(value(TEXT, "cog"), value(INTEGER, 9)))
                .asTable("given", "name", "number");
        ColumnClause<Integer> count = given.column("number", INTEGER);
        engine.status(goods.mergeUsing(given, name.eq(given.column("name", TEXT)))
                        .whenMatched(count.eq(0))
                        .doNothing()
                        .whenMatched()
                        .update(row -> row.set(stock, stock.plus(count)))
                        .whenNotMatched()
                        .insert(row -> row.set(name, given.column("name", TEXT)).set(stock, count)))
                .block(Duration.ofSeconds(10));
        assertThatRuns(
                select(name, stock).from(goods).orderBy(name),
                "SELECT goods.name, goods.stock FROM goods ORDER BY goods.name",
                "{name=bolt, stock=7}",
                "{name=cog, stock=9}",
                "{name=nut, stock=6}");
    }

    @Test
    void truncateRemovesAllRows() {
        assertThatRuns(goods.truncate().restartIdentity().cascade(), "TRUNCATE goods RESTART IDENTITY CASCADE");
        StepVerifier.create(goods.select().as(engine::all)).verifyComplete();
    }

    @Test
    void explainTellsHowAStatementWouldRun() {
        assertThat(explain(goods.select())).hasToString("EXPLAIN SELECT goods.id, goods.name, goods.stock FROM goods");
        StepVerifier.create(explain(goods.delete().everyRow()).as(engine::first))
                .assertNext(line -> assertThat(line).startsWith("Delete on goods"))
                .verifyComplete();
        StepVerifier.create(goods.select().as(engine::all)).expectNextCount(2).verifyComplete();
    }
}
