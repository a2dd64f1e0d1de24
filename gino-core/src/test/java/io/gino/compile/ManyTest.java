/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.parameter;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INET;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Statement;
import io.gino.type.Inet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The text by which one statement runs with many sets of parameters. */
class ManyTest {

    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final Column<Inet> host = column("host", INET);
    private final Table hosts = new MetaData().table("hosts", id, name, host);

    private static String sql(Statement<?> statement, List<? extends Map<String, ?>> sets) {
        return new PostgresCompiler().compile(statement, sets).sql();
    }

    @Test
    void setsOfAnInsertAreItsRows() {
        Statement<?> insert = hosts.insert()
                .set(id, parameter("id", BIGINT))
                .set(name, "fixed")
                .set(host, parameter("the host", INET));
        assertThat(sql(insert, List.of(Map.of("id", 1, "the host", Inet.parse("10.0.0.1")))))
                .isEqualTo(
                        "WITH given (id, \"the host\") AS (SELECT * FROM unnest($2::bigint[], $3::text[])) INSERT INTO"
                                + " hosts (id, name, host) SELECT given.id, $1, given.\"the host\"::inet FROM given");
    }

    @Test
    void setsOfAnUpdateAndOfADeleteAreJoined() {
        Statement<?> update = hosts.update().set(name, parameter("name", TEXT)).where(id.eq(parameter("id", BIGINT)));
        assertThat(sql(update, List.of(Map.of("id", 1, "name", "x"))))
                .isEqualTo("WITH given (name, id) AS (SELECT * FROM unnest($1::text[], $2::bigint[])) UPDATE hosts SET"
                        + " name = given.name FROM given WHERE hosts.id = given.id");
        Statement<?> delete = hosts.delete().where(id.eq(parameter("id", BIGINT)));
        assertThat(sql(delete, List.of(Map.of("id", 1))))
                .isEqualTo("WITH given (id) AS (SELECT * FROM unnest($1::bigint[])) DELETE FROM hosts USING given WHERE"
                        + " hosts.id = given.id");
    }

    @Test
    void anyNumberOfSetsHasTheSameText() {
        Statement<?> delete = hosts.delete().where(id.eq(parameter("id", BIGINT)));
        assertThat(sql(delete, List.of(Map.of("id", 1), Map.of("id", 2))))
                .isEqualTo(sql(delete, List.of(Map.of("id", 3))));
    }
}
