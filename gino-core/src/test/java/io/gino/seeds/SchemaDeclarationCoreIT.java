/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.seeds;

import static io.gino.schema.ReferenceAction.CASCADE;
import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.TEXT;

import io.gino.Gino;
import io.gino.row.Row;
import io.gino.schema.Column;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** GINO's page "Schema Declaration", GINO core: metadata and engine in one, statements run inline. */
@ExtendWith(PostgresExtension.class)
class SchemaDeclarationCoreIT {

    private final Gino db = new Gino();
    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final Column<String> fullname = column("fullname", TEXT);
    private final Table users = db.table("users", id, name, fullname);
    private final Column<String> email = column("email_address", TEXT).notNull().unique();
    private final Table addresses = db.table(
            "addresses",
            column("id", BIGINT).primaryKey(),
            column("user_id", BIGINT).references("users.id").onDelete(CASCADE),
            email);

    @Test
    void declareBindCreateInsertSelect(TestDatabase database) {
        Flux<Row> rows = db.withBind(
                database.url(),
                engine -> db.createAll()
                        .then(users.insert()
                                .set(name, "jack")
                                .set(fullname, "Jack Jones")
                                .as(db::status))
                        .then(addresses
                                .insert()
                                .set("user_id", 1L)
                                .set(email, "jack@example.org")
                                .as(db::status))
                        .thenMany(select(name, count())
                                .from(users.join(addresses))
                                .groupBy(name)
                                .as(db::all)));
        StepVerifier.create(rows.map(Row::toString))
                .expectNext("{name=jack, count=1}")
                .verifyComplete();
    }
}
