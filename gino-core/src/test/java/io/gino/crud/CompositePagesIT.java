/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static io.gino.load.ModelLoader.load;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.load.ModelLoader;
import io.gino.model.ColumnAttribute;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.model.Transient;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages over parents whose key is of several columns, and who come with their children. */
@ExtendWith(PostgresExtension.class)
@NullUnmarked
class CompositePagesIT {

    @GinoModel("shelves")
    static class Shelf {
        @PrimaryKey
        String room;

        @PrimaryKey
        int number;

        @Transient
        final List<String> books = new ArrayList<>();

        Shelf() {}

        Shelf(String room, int number) {
            this.room = room;
            this.number = number;
        }

        void add(Book book) {
            books.add(book.title);
        }

        String shown() {
            return room + number + books;
        }
    }

    @GinoModel("books")
    record Book(@PrimaryKey Long id, String room, int shelf, String title) {}

    private static final Model<Shelf> SHELF = Model.of(Shelf.class);
    private static final ColumnAttribute<Shelf, String> ROOM = SHELF.column("room", String.class);
    private static final ColumnAttribute<Shelf, Integer> NUMBER = SHELF.column("number", Integer.class);
    private static final Model<Book> BOOK = Model.of(Book.class);

    private static final ModelLoader<Shelf> WITH_BOOKS = load(Shelf.class)
            .distinct(ROOM, NUMBER)
            .with(
                    Shelf::add,
                    load(Book.class)
                            .on(BOOK.column("room", String.class)
                                    .eq(ROOM)
                                    .and(BOOK.column("shelf", Integer.class).eq(NUMBER))));

    private final Gino db = new Gino().models(Shelf.class, Book.class);

    CompositePagesIT(TestDatabase database) {
        db.bind(GinoEngine.create(database.url()));
    }

    @BeforeEach
    void fill() {
        await(db.dropAll().then(db.createAll()));
        await(db.createMany(List.of(new Shelf("a", 1), new Shelf("a", 2), new Shelf("b", 1))));
        await(db.createMany(List.of(
                new Book(null, "a", 1, "x"),
                new Book(null, "b", 1, "y"),
                new Book(null, "a", 1, "z"),
                new Book(null, "b", 1, "w"))));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void aLimitCountsParents() {
        assertThat(await(db.query(WITH_BOOKS)
                        .orderBy(ROOM, NUMBER)
                        .limit(2)
                        .all()
                        .map(Shelf::shown)))
                .containsExactlyInAnyOrder("a1[x, z]", "a2[]");
        assertThat(SqlLog.of(
                        db, db.query(WITH_BOOKS).orderBy(ROOM, NUMBER).limit(2).all()))
                .containsExactly("SELECT shelves.room, shelves.number, books.id, books.room, books.shelf, books.title"
                        + " FROM shelves LEFT JOIN books ON books.room = shelves.room AND books.shelf ="
                        + " shelves.number WHERE (shelves.room, shelves.number) IN (SELECT shelves.room,"
                        + " shelves.number FROM shelves ORDER BY shelves.room, shelves.number LIMIT $1) ORDER BY"
                        + " shelves.room, shelves.number");
    }

    @Test
    void pagesAndSlicesAreOfParents() {
        ModelQuery<Shelf> shelves = db.query(WITH_BOOKS).orderBy(ROOM.desc());
        Page<Shelf> page = await(shelves.page(0, 2));
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items())
                .extracting(shelf -> shelf.room + shelf.number + shelf.books.size())
                .containsExactly("b12", "a12");
        Slice<Shelf> first = await(shelves.pageAfter(null, 2));
        assertThat(first.items()).hasSize(2);
        Slice<Shelf> rest = await(shelves.pageAfter(first.next().orElseThrow(), 2));
        assertThat(rest.items()).extracting(Shelf::shown).containsExactly("a2[]");
        assertThat(rest.hasNext()).isFalse();
    }

    @Test
    void theFirstIsWhole() {
        assertThat(await(db.query(WITH_BOOKS).orderBy(ROOM.desc()).first()).books)
                .containsExactlyInAnyOrder("y", "w");
    }
}
