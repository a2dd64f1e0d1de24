/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.index;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.DatabaseException;
import io.gino.error.SchemaException;
import io.gino.error.UniqueViolation;
import io.gino.schema.Column;
import io.gino.schema.Index;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/** One index, created and dropped by itself. */
@ExtendWith(PostgresExtension.class)
class IndexOperationsIT {

    private final MetaData metadata = new MetaData();
    private final Column<Integer> number = column("number", INTEGER);
    private final Index plain = index().on("number");
    private final Index once = index("Once").on("number").asUnique().concurrently();
    private final Table table = metadata.table("app.t", number, plain, once);
    private final GinoEngine engine;
    private final SchemaOperations schema;

    IndexOperationsIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
        schema = engine.schema(metadata);
    }

    @BeforeEach
    void createTheTable() {
        await(schema.createAll());
    }

    @AfterEach
    void dropTheTable() {
        await(schema.dropAll());
        await(engine.close());
    }

    private static <T> T await(Mono<T> mono) {
        return mono.block(Duration.ofSeconds(30));
    }

    private List<String> indexes() {
        return await(engine.all(text("SELECT indexname::text FROM pg_indexes WHERE schemaname = 'app' ORDER BY 1")
                        .read(TEXT))
                .collectList());
    }

    @Test
    void isThereOnceAndGoneOnce() {
        assertThat(indexes()).containsExactly("Once", "ix_t_number");

        await(schema.drop(plain));
        await(schema.drop(plain));
        assertThat(indexes()).containsExactly("Once");

        await(schema.create(plain));
        await(schema.create(plain));
        assertThat(indexes()).containsExactly("Once", "ix_t_number");
        assertThatThrownBy(() -> await(schema.checkFirst(false).create(plain)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("relation \"ix_t_number\" already exists");
    }

    @Test
    void isCreatedWhileOthersWrite() {
        await(schema.drop(once));
        await(schema.drop(once));
        assertThat(indexes()).containsExactly("ix_t_number");

        await(schema.create(once));
        await(schema.create(once));

        assertThat(indexes()).containsExactly("Once", "ix_t_number");
    }

    @Test
    void isNotCreatedConcurrentlyInATransaction() {
        await(schema.drop(once));

        assertThatThrownBy(() -> await(engine.transaction(transaction -> schema.create(once))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("CREATE INDEX CONCURRENTLY cannot run inside a transaction block");
    }

    @Test
    void isNotTakenForCreatedWhenThatHasFailed() {
        await(schema.drop(once));
        await(engine.status(table.insert().rows(List.of(number), List.of(List.of(1), List.of(1)))));

        assertThatThrownBy(() -> await(schema.create(once))).isInstanceOf(UniqueViolation.class);
        assertThatThrownBy(() -> await(schema.create(once)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The index 'app.\"Once\"' is there but not valid: creating it concurrently has failed."
                        + " Drop it first.");

        await(schema.drop(once));
        await(engine.status(table.delete().everyRow()));
        await(schema.create(once));
        assertThat(indexes()).containsExactly("Once", "ix_t_number");
    }
}
