package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.index;
import static io.gino.sql.Sql.coalesce;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.lower;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;

import io.gino.ddl.Ddl;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.TableItem;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
