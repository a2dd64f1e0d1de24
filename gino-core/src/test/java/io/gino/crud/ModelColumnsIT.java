/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.schema.Schema.partitionByHash;
import static io.gino.schema.Schema.partitionOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.error.StatementException;
import io.gino.model.Column;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.schema.PartitionBy;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/** Attributes whose columns change by themselves. */
@NullUnmarked
@ExtendWith(PostgresExtension.class)
class ModelColumnsIT {

    @GinoModel("pages")
    record Page(
            @PrimaryKey Long id,
            String body,

            @Column(serverDefault = "1", onUpdate = "pages.version + 1")
            Integer version,

            @Column(generatedAs = "length(body)") Integer length) {

        static final PartitionBy BY_ID = partitionByHash("id");
    }

    private final Gino db = new Gino();
    private final Model<Page> pages = db.model(Page.class);
    private final GinoEngine engine;

    ModelColumnsIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
        db.bind(engine);
        db.table("all_pages", partitionOf(pages.table()).modulus(1, 0));
    }

    @BeforeEach
    void create() {
        await(db.createAll());
    }

    @AfterEach
    void drop() {
        await(db.dropAll());
        await(engine.close());
    }

    private static <T> T await(Mono<T> mono) {
        return mono.block(Duration.ofSeconds(10));
    }

    @Test
    void comeBackFromEveryWrite() {
        Page created = await(db.create(new Page(null, "one", null, null)));
        assertThat(created).isEqualTo(new Page(1L, "one", 1, 3));

        Page updated = await(db.update(created)
                .set(pages.column("body", String.class), "four")
                .apply());
        assertThat(updated).isEqualTo(new Page(1L, "four", 2, 4));

        assertThat(await(db.update(updated)
                        .set(pages.column("version", Integer.class), 9)
                        .apply()))
                .isEqualTo(new Page(1L, "four", 9, 4));
    }

    @Test
    void areLeftOutOfInsertsEvenWhenTheyAreSet() {
        Page copy = new Page(7L, "seven", 5, 99);

        assertThat(await(db.create(copy))).isEqualTo(new Page(7L, "seven", 5, 5));
        assertThat(await(db.createMany(List.of(new Page(8L, "x", 1, 99))).single()))
                .isEqualTo(new Page(8L, "x", 1, 1));
    }

    @Test
    void areRefusedWhenTheyAreSetInAnUpdate() {
        assertThatThrownBy(() -> db.update(new Page(1L, "x", 1, 1)).set(pages.column("length", Integer.class), 2))
                .isInstanceOf(StatementException.class)
                .hasMessage("Cannot set pages.length: PostgreSQL computes it from other columns.");
    }
}
