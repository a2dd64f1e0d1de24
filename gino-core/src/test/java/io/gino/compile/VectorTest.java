/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;

import io.gino.function.VectorFunctions;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.type.Types;
import org.junit.jupiter.api.Test;

/** Not among the statements that PostgreSQL prepares: pgvector does not come with it. */
class VectorTest {

    private static final Column<Long> ID = column("id", BIGINT);
    private static final Column<float[]> PLACE = column("place", Types.vector(2));
    private static final Table ITEMS = new MetaData().table("items", ID, PLACE);

    @Test
    void ordersByDistance() {
        assertThatSql(select(ID)
                        .from(ITEMS)
                        .where(VectorFunctions.cosineDistance(PLACE, 1, 2).lt(0.5))
                        .orderBy(VectorFunctions.distance(PLACE, 1, 2.5f))
                        .limit(5))
                .isEqualTo("SELECT items.id FROM items WHERE items.place <=> $1::vector < $2"
                        + " ORDER BY items.place <-> $3::vector LIMIT $4")
                .binds("[1.0,2.0]", 0.5, "[1.0,2.5]", 5L);
    }

    @Test
    void computesVectors() {
        assertThatSql(select(
                                VectorFunctions.negativeInnerProduct(PLACE, 1, 2),
                                VectorFunctions.taxicabDistance(PLACE, 1, 2),
                                VectorFunctions.distance(PLACE, PLACE),
                                VectorFunctions.cosineDistance(PLACE, PLACE),
                                VectorFunctions.negativeInnerProduct(PLACE, PLACE),
                                VectorFunctions.taxicabDistance(PLACE, PLACE))
                        .from(ITEMS))
                .isEqualTo("SELECT items.place <#> $1::vector, items.place <+> $2::vector, items.place <-> items.place,"
                        + " items.place <=> items.place, items.place <#> items.place, items.place <+> items.place"
                        + " FROM items");
        assertThatSql(select(
                                VectorFunctions.dimensions(VectorFunctions.average(PLACE)),
                                VectorFunctions.norm(VectorFunctions.average(PLACE)))
                        .from(ITEMS))
                .isEqualTo("SELECT vector_dims(avg(items.place)), vector_norm(avg(items.place)) FROM items");
    }
}
