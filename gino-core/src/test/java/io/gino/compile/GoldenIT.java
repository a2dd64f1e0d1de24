/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.SchemaPlan;
import io.gino.row.RowColumns;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL understands every SQL text that a test states, and returns the types that we say it does. */
@ExtendWith(PostgresExtension.class)
class GoldenIT {

    private static Psql psql;

    @BeforeAll
    static void createTables(TestDatabase database) {
        psql = new Psql(database);
        psql.allowUnseen();
        psql.run(SchemaPlan.of(Tables.METADATA).createAll());
    }

    /** Without TRUNCATE and EXPLAIN, which cannot be prepared; WritesIT runs those. */
    static List<Golden.Case> cases() {
        return Golden.cases().stream()
                .filter(golden -> !Set.of("TRUNCATE", "EXPLAIN")
                        .contains(golden.compiled().command()))
                .toList();
    }

    @AfterAll
    static void close() {
        psql.close();
    }

    @AfterEach
    void forget() {
        psql.run("DO 'BEGIN DEALLOCATE golden; EXCEPTION WHEN OTHERS THEN NULL; END'");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isUnderstood(Golden.Case golden) {
        prepare(golden.compiled());

        golden.compiled()
                .columns()
                .ifPresent(columns -> assertThat(resultTypes()).isEqualTo(declaredTypes(columns)));
    }

    /** With the types that values are declared to have, since PostgreSQL cannot always infer one. */
    private static void prepare(Compiled compiled) {
        String types = compiled.slots().stream().map(slot -> slot.type().name()).collect(Collectors.joining(", "));
        psql.runUnseen("PREPARE golden " + (types.isEmpty() ? "" : "(" + types + ")") + " AS " + compiled.sql());
    }

    private static List<String> resultTypes() {
        return psql.query("SELECT unnest(result_types) FROM pg_prepared_statements WHERE name = 'golden'");
    }

    private static List<String> declaredTypes(RowColumns columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(columns::type)
                .map(type -> psql.query("SELECT $1::regtype::text", type.name()).get(0))
                .toList();
    }
}
