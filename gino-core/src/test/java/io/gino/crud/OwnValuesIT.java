/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static io.gino.schema.Schema.column;
import static io.gino.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.model.ColumnAttribute;
import io.gino.model.DeclaredAttr;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.schema.Column;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values that the client makes anew for each statement, where statements are compiled once. */
@NullUnmarked
@ExtendWith(PostgresExtension.class)
class OwnValuesIT {

    private static final AtomicInteger CHANGES = new AtomicInteger();

    @GinoModel("jobs")
    record Job(@PrimaryKey Long id, String name, Integer change) {
        @DeclaredAttr
        static Column<Integer> change(Model<?> model) {
            return column("change", INTEGER).onUpdate(CHANGES::incrementAndGet);
        }
    }

    @Test
    void eachUpdateHasAValueOfItsOwn(TestDatabase database) {
        Gino db = new Gino().models(Job.class).bind(GinoEngine.create(database.url()));
        ColumnAttribute<Job, String> name = db.model(Job.class).column("name", String.class);
        await(db.createAll());
        Job job = await(db.create(new Job(null, "a", null)));
        Job second = await(db.update(job).set(name, "b").apply());
        Job third = await(db.update(second).set(name, "c").apply());
        Job fourth = await(db.update(third).set(name, "d").apply());
        assertThat(second.change()).isLessThan(third.change());
        assertThat(third.change()).isLessThan(fourth.change());
        await(db.engine().close());
    }
}
