/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.element;
import static io.gino.schema.Schema.index;
import static io.gino.sql.Sql.coalesce;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.lower;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.ddl.Ddl;
import io.gino.error.SchemaException;
import io.gino.schema.Column;
import io.gino.schema.IndexMethod;
import io.gino.schema.MetaData;
import io.gino.schema.TableItem;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexTest {

    private final MetaData metadata = new MetaData();
    private final Column<Integer> age = column("age", INTEGER);
    private final Column<String> name = column("name", TEXT);

    /** The statements that create a table t made of these. */
    private List<Ddl> create(TableItem... items) {
        return Creation.of(metadata.table("t", items), metadata);
    }

    /** The last of the statements that create a table t of a name, an age and this. */
    private Ddl indexed(io.gino.schema.Index index) {
        List<Ddl> statements = create(name, age, index);
        return statements.get(statements.size() - 1);
    }

    @Test
    void createsIndexesOverColumns() {
        assertThatSql(indexed(index().on("name", "age"))).isEqualTo("CREATE INDEX ix_t_name_age ON t (name, age)");
    }

    @Test
    void createsIndexesOfColumnsThatAskForOne() {
        assertThatSql(create(name.indexed()).get(1)).isEqualTo("CREATE INDEX ix_t_name ON t (name)");
    }

    @Test
    void createsUniqueIndexes() {
        assertThatSql(indexed(index("once").on("name").asUnique())).isEqualTo("CREATE UNIQUE INDEX once ON t (name)");
    }

    @Test
    void createsIndexesOfOtherMethods() {
        assertThatSql(indexed(index("i").on("name").using("hash"))).isEqualTo("CREATE INDEX i ON t USING hash (name)");
    }

    @Test
    void createsIndexesInAnOrder() {
        assertThatSql(indexed(index().on(name.desc().nullsLast(), age.asc().nullsFirst())))
                .isEqualTo("CREATE INDEX ix_t_name_age ON t (name DESC NULLS LAST, age NULLS FIRST)");
    }

    @Test
    void createsIndexesOverExpressions() {
        assertThatSql(indexed(index().on(
                                lower(name),
                                age.plus(1).desc(),
                                coalesce(name, "x").as("label"),
                                age.cast(TEXT),
                                function("f", TEXT, age))))
                .isEqualTo("CREATE INDEX ix_t_lower_expr_expr_expr_f ON t (lower(name), (age + 1) DESC,"
                        + " coalesce(name, 'x'), (CAST(age AS text)), f(age))");
    }

    @Test
    void createsIndexesOverSomeRows() {
        assertThatSql(indexed(index().on("name").where(age.gt(18).and(name.isNotNull()))))
                .isEqualTo("CREATE INDEX ix_t_name ON t (name) WHERE age > 18 AND name IS NOT NULL");
    }

    @Test
    void createsUniqueIndexesThatTakeNullsForEqual() {
        assertThatSql(indexed(index("once").on("name").asUniqueNullsNotDistinct()))
                .isEqualTo("CREATE UNIQUE INDEX once ON t (name) NULLS NOT DISTINCT");
    }

    @ParameterizedTest
    @EnumSource
    void createsIndexesOfEveryMethod(IndexMethod method) {
        assertThatSql(indexed(index("i").on("name").using(method)))
                .isEqualTo("CREATE INDEX i ON t USING " + method.sql() + " (name)");
    }

    @Test
    void saysHowEachElementIsIndexed() {
        assertThatSql(indexed(index().on(
                                element("name")
                                        .collate("C")
                                        .operatorClass("text_pattern_ops")
                                        .desc()
                                        .nullsLast(),
                                element(lower(name))
                                        .operatorClass("app.own_ops")
                                        .nullsFirst(),
                                element(age.plus(1)).collate("de-x-icu"))))
                .isEqualTo(
                        "CREATE INDEX ix_t_name_lower_expr ON t (name COLLATE \"C\" text_pattern_ops DESC NULLS LAST,"
                                + " lower(name) app.own_ops NULLS FIRST, (age + 1) COLLATE \"de-x-icu\")");
    }

    @Test
    void includesColumnsAndSetsParameters() {
        assertThatSql(indexed(index("i")
                        .on("name")
                        .include("age")
                        .with("fillfactor", 70)
                        .with("deduplicate_items", false)
                        .with("Odd one", "it's")
                        .where(age.gt(18))
                        .asUnique()))
                .isEqualTo("CREATE UNIQUE INDEX i ON t (name) INCLUDE (age) WITH (fillfactor = 70,"
                        + " deduplicate_items = false, \"Odd one\" = 'it''s') WHERE age > 18");
    }

    @Test
    void createsConcurrentIndexesAtOnceTogetherWithTheirTable() {
        assertThatSql(indexed(index("i").on("name").concurrently())).isEqualTo("CREATE INDEX i ON t (name)");
    }

    @Test
    void rejectsSettingsThatAreNoValues() {
        assertThatThrownBy(() -> index("i").with("fillfactor", MathContext.UNLIMITED))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The setting 'fillfactor' of an index is a number, a boolean or a text;"
                        + " got a java.math.MathContext.");
    }

    @Test
    void rejectsColumnsThatTheTableDoesNotHave() {
        assertThatThrownBy(() -> indexed(index("i").on("name").include("nam")))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 't' has no column 'nam'. Did you mean 'name'? It has: name, age.");
    }
}
