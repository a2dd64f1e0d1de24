/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.actuate;

import static io.gino.schema.Schema.column;
import static io.gino.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.StatementListener.End;
import io.gino.engine.StatementListener.Outcome;
import io.gino.engine.StatementListener.Start;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

class GinoEndpointTest {

    private static final String COUNTRIES = """
            erDiagram
                "countries" {
                    bigint id PK
                }
            """;

    private static Gino countries() {
        Gino db = new Gino();
        db.table("countries", column("id", BIGINT).primaryKey());
        return db;
    }

    private static GinoEndpoint of(Map<String, Gino> databases) {
        return new GinoEndpoint(() -> databases, Map::of, new StatementCounts());
    }

    @Test
    void theDiagramIsThatOfTheMainDatabaseWhereThereAreSeveral() {
        Map<String, Gino> databases = new LinkedHashMap<>();
        databases.put("archive", new Gino());
        databases.put("gino", countries());
        GinoEndpoint endpoint = of(databases);

        assertThat(endpoint.diagram("diagram")).isEqualTo(COUNTRIES);
        assertThat(endpoint.diagram("diagram", "gino")).isEqualTo(COUNTRIES);
        assertThat(endpoint.diagram("diagram", "archive")).isEqualTo("erDiagram\n");
    }

    @Test
    void theDiagramIsThatOfTheFirstDatabaseWhereNoneIsTheMainOne() {
        assertThat(of(Map.of("orders", countries())).diagram("diagram")).isEqualTo(COUNTRIES);
    }

    @Test
    void statementsAreCountedByDatabase() {
        StatementCounts counts = new StatementCounts();
        ended(counts, "gino", "SELECT", Outcome.SUCCESS);
        ended(counts, "archive", "SELECT", Outcome.SUCCESS);
        ended(counts, "archive", "SELECT", Outcome.SUCCESS);
        ended(counts, "archive", "SELECT", Outcome.CANCELLED);
        ended(counts, "archive", "DELETE", Outcome.ERROR);

        assertThat(new GinoEndpoint(Map::of, Map::of, counts).report().statements())
                .hasToString(
                        "{archive={DELETE={error=1}, SELECT={cancelled=1, success=2}}, gino={SELECT={success=1}}}");
    }

    private static void ended(StatementCounts counts, String database, String operation, Outcome outcome) {
        counts.started(new Start(database, operation, Optional.empty(), "…"), Context.empty())
                .accept(new End(outcome, 0, Duration.ZERO, Optional.empty()));
    }

    @Test
    void whatIsNotThereHasNoDiagram() {
        assertThat(of(Map.of()).diagram("diagram")).isNull();
        assertThat(of(Map.of("gino", new Gino())).diagram("diagram", "other")).isNull();
        assertThat(of(Map.of("gino", new Gino())).diagram("picture")).isNull();
    }
}
