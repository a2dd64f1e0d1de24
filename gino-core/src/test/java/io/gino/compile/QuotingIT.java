/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.SchemaPlan;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.schema.TableItem;
import io.gino.sql.Alias;
import io.gino.sql.Identifier;
import io.gino.sql.Label;
import io.gino.sql.Statement;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names and constants reach PostgreSQL as they were spelled, whatever they look like. */
@ExtendWith(PostgresExtension.class)
class QuotingIT {

    private static final String COLUMNS =
            "SELECT attname FROM pg_attribute WHERE attnum > 0 AND attrelid = to_regclass($1)" + " ORDER BY attnum";

    private final Psql psql;
    private final MetaData metadata = new MetaData();

    QuotingIT(TestDatabase database) {
        psql = new Psql(database);
    }

    @AfterEach
    void close() {
        psql.close();
    }

    private List<String> keywords() {
        return psql.query("SELECT word FROM pg_get_keywords()");
    }

    private void run(Statement<?> statement) {
        psql.run(new PostgresCompiler().compile(statement).sql());
    }

    @Test
    void everyKeywordCanNameAColumn() {
        List<TableItem> items = new ArrayList<>();
        for (String keyword : keywords()) {
            Column<Integer> column = column(keyword, INTEGER);
            items.add(column);
            items.add(check("ck_" + keyword, column.gt(0).and(column.lt(9))));
        }
        Table table = metadata.table("words", items.toArray(TableItem[]::new));

        psql.run(SchemaPlan.of(metadata).createAll());
        run(table.select());

        assertThat(psql.query(COLUMNS, "words")).isEqualTo(keywords()).hasSizeGreaterThan(400);
    }

    @Test
    void everyKeywordCanNameATableAnAliasAndALabel() {
        for (String keyword : keywords()) {
            Table table = metadata.table(keyword, column("id", INTEGER));
            Alias alias = table.as(keyword);
            Label<Integer> label = alias.column("id").cast(INTEGER).as(keyword);
            psql.run(SchemaPlan.of(metadata).create(List.of(table)));
            run(select(label, alias.column("id")).from(alias).orderBy(label));
            run(select(label).from(alias).asTable(keyword).select());
        }
        psql.run(SchemaPlan.of(metadata).dropAll());
    }

    @Test
    void anyNameStaysAsItIs() {
        Random random = new Random(42);
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < 300) {
            names.add(text(random, 1 + random.nextInt(8)));
        }
        metadata.table(
                "any name \" at ' all",
                names.stream().map(name -> column(name, INTEGER)).toArray(TableItem[]::new));

        psql.run(SchemaPlan.of(metadata).createAll());

        assertThat(psql.query(COLUMNS, Identifier.of("any name \" at ' all").sql()))
                .containsExactlyElementsOf(names);
    }

    @Test
    void anyTextStaysAsItIs() {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            String text = text(random, random.nextInt(20));
            String sql =
                    new PostgresCompiler().compile(select(literal(TEXT, text))).sql();

            assertThat(psql.query(sql)).as(sql).containsExactly(text);
        }
    }

    /** A text of odd characters, the dangerous ones more often. */
    private static String text(Random random, int length) {
        int[] odd = "'\"\\$;-/*%_:?{}.,\n\t äß中😀AzN0".codePoints().toArray();
        StringBuilder text = new StringBuilder();
        while (text.codePointCount(0, text.length()) < length) {
            text.appendCodePoint(odd[random.nextInt(odd.length)]);
        }
        return text.toString();
    }
}
