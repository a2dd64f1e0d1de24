/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.seeds;

import static io.gino.schema.Schema.column;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.TEXT;

import io.gino.engine.GinoConnection;
import io.gino.engine.GinoEngine;
import io.gino.row.Row;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** GINO's page "Schema Declaration", GINO Engine: only the engine, tables in plain metadata. */
@ExtendWith(PostgresExtension.class)
class SchemaDeclarationEngineIT {

    private final MetaData metadata = new MetaData();
    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final Column<String> fullname = column("fullname", TEXT);
    private final Table users = metadata.table("users", id, name, fullname);
    private final Table addresses = metadata.table(
            "addresses",
            column("id", BIGINT).primaryKey(),
            column("user_id", BIGINT).references("users.id"),
            column("email_address", TEXT).notNull());

    @Test
    void insertAndSelectOnAnAcquiredConnection(TestDatabase database) {
        GinoEngine engine = GinoEngine.create(database.url());
        Flux<Row> rows = engine.schema(metadata)
                .createAll()
                .thenMany(engine.acquireMany(connection -> insertAndSelect(connection)))
                .concatWith(engine.close().then(Mono.empty()));
        StepVerifier.create(rows.map(Row::toString))
                .expectNext("{id=1, name=jack, fullname=Jack Jones}")
                .verifyComplete();
    }

    private Flux<Row> insertAndSelect(GinoConnection connection) {
        return connection
                .status(users.insert().set(name, "jack").set(fullname, "Jack Jones"))
                .thenMany(connection.all(users.select()));
    }

    @Test
    void theVerbsWorkOnTheEngine(TestDatabase database) {
        GinoEngine engine = GinoEngine.create(database.url());
        Flux<String> names = engine.schema(metadata)
                .createAll()
                .then(engine.status(users.insert().set(name, "jill")))
                .thenMany(engine.all(users.select().where(name.ilike("jil%")).orderBy(id.desc())))
                .map(row -> row.get(name));
        StepVerifier.create(names.concatWith(engine.close().then(Mono.empty())))
                .expectNext("jill")
                .verifyComplete();
    }
}
