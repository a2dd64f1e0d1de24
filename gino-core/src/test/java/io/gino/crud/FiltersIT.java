/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static io.gino.load.Loaders.load;
import static io.gino.load.Loaders.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.engine.Status;
import io.gino.error.SchemaException;
import io.gino.load.Loader;
import io.gino.model.AlwaysWhere;
import io.gino.model.ColumnAttribute;
import io.gino.model.ForeignKey;
import io.gino.model.GinoModel;
import io.gino.model.Lookup;
import io.gino.model.Model;
import io.gino.model.ModelAlias;
import io.gino.model.PrimaryKey;
import io.gino.model.SoftDelete;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@NullUnmarked
@ExtendWith(PostgresExtension.class)
class FiltersIT {

    @GinoModel("posts")
    record Post(
            @PrimaryKey Long id,
            String title,
            boolean draft,
            @SoftDelete OffsetDateTime deleted) {

        @AlwaysWhere
        static Condition published(Model<Post> post) {
            return post.column("draft", Boolean.class).eq(false);
        }
    }

    @GinoModel("comments")
    static class Comment {
        @PrimaryKey
        Long id;

        @ForeignKey("posts.id")
        Long postId;

        String text;

        @SoftDelete
        boolean gone;

        Comment() {}

        Comment(Long postId, String text) {
            this.postId = postId;
            this.text = text;
        }
    }

    @GinoModel("visits")
    record Visit(String page, int hits) implements Lookup {

        @Override
        public Expression<Boolean> lookup() {
            return Model.of(Visit.class).column("page", String.class).eq(page);
        }
    }

    @GinoModel("wrong")
    record Wrong(@PrimaryKey Long id) {

        @AlwaysWhere
        Condition mine() {
            return Condition.none();
        }
    }

    private static final Model<Post> POST = Model.of(Post.class);
    private static final ColumnAttribute<Post, Long> ID = POST.column("id", Long.class);
    private static final ColumnAttribute<Post, String> TITLE = POST.column("title", String.class);
    private static final Model<Visit> VISIT = Model.of(Visit.class);
    private static final ColumnAttribute<Visit, Integer> HITS = VISIT.column("hits", Integer.class);

    private final Gino db = new Gino().models(Post.class, Comment.class, Visit.class);

    FiltersIT(TestDatabase database) {
        db.bind(GinoEngine.create(database.url()));
    }

    @BeforeEach
    void fill() {
        await(db.dropAll().then(db.createAll()));
        await(db.createMany(List.of(
                new Post(null, "a", false, null), new Post(null, "b", true, null), new Post(null, "c", false, null))));
        await(db.createMany(List.of(new Comment(1L, "one"), new Comment(1L, "two"), new Comment(3L, "three"))));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    private List<String> titles(ModelQuery<Post> query) {
        return await(query.orderBy(ID).all().map(Post::title));
    }

    @Test
    void queriesFindOnlyWhatMeetsTheModelsFiltersUnlessTheyAreLifted() {
        assertThat(titles(db.query(Post.class))).containsExactly("a", "c");
        assertThat(titles(db.query(Post.class).where(TITLE.ne("c")))).containsExactly("a");
        assertThat(titles(db.query(Post.class).unfiltered())).containsExactly("a", "b", "c");
        assertThat(await(db.get(Post.class, 2L))).isNull();
        assertThat(await(db.exists(Post.class, 2L))).isFalse();
        assertThat(await(db.count(Post.class))).isEqualTo(2);
        assertThat(await(db.getMany(Post.class, List.of(3L, 2L)).map(Post::title)))
                .containsExactly("c");
        assertThat(await(db.query(Post.class).orderBy(ID).page(0, 1)).total()).isEqualTo(2);
        assertThat(await(db.query(Post.class).unfiltered().get(2L)).title()).isEqualTo("b");
    }

    @Test
    void aDeletedRowStaysAndIsNotFound() {
        Post post = await(db.get(Post.class, 1L));
        assertThat(SqlLog.of(db, db.delete(post)))
                .containsExactly("UPDATE posts SET deleted = now() WHERE posts.id = $1 AND posts.deleted IS NULL AND"
                        + " posts.draft = $2");
        assertThat(await(db.delete(post))).isEqualTo(new Status("UPDATE", 0, 0));
        assertThat(titles(db.query(Post.class))).containsExactly("c");
        assertThat(await(db.query(Post.class).unfiltered().get(1L)).deleted()).isNotNull();
        await(db.status(db.delete(Comment.class).everyRow()));
        assertThat(await(db.deleteForGood(post))).isEqualTo(new Status("DELETE", 1, 0));
        assertThat(await(db.query(Post.class).unfiltered().get(1L))).isNull();
    }

    @Test
    void aBooleanMarksRowsAsWell() {
        Comment comment = await(db.get(Comment.class, 1L));
        assertThat(await(db.delete(comment))).isEqualTo(new Status("UPDATE", 1, 0));
        assertThat(comment.gone).isTrue();
        assertThat(await(db.delete(comment))).isEqualTo(new Status("UPDATE", 0, 0));
        assertThat(await(db.query(Comment.class)
                        .select(Model.of(Comment.class).column("text", String.class))
                        .all()))
                .containsExactlyInAnyOrder("two", "three");
    }

    @Test
    void relatedInstancesAreFilteredToo() {
        await(db.delete(await(db.get(Comment.class, 1L))));
        await(db.delete(await(db.get(Post.class, 3L))));
        Loader<String> posts = load(
                (Post post, List<Comment> comments) -> post.title() + comments.size(),
                load(Post.class),
                many(load(Comment.class)));
        assertThat(await(db.query(posts).all())).containsExactly("a1");
        Loader<String> all = load(
                (Post post, List<Comment> comments) -> post.title() + comments.size(),
                load(Post.class),
                many(load(Comment.class).unfiltered()));
        assertThat(await(db.query(all).unfiltered().orderBy(ID).all())).containsExactly("a2", "b0", "c1");
        Loader<String> comments = load(
                (Comment comment, Post post) -> comment.text + (post == null ? "" : post.title()),
                load(Comment.class),
                load(Post.class));
        assertThat(await(db.query(comments).all())).containsExactlyInAnyOrder("twoa", "three");
    }

    @Test
    void anAliasIsFilteredByItsKeys() {
        ModelAlias<Post> other = POST.as("other");
        assertThat(await(db.query(load(other)).orderBy(other.column(ID)).all().map(Post::title)))
                .containsExactly("a", "c");
    }

    @Test
    void aModelWithoutKeyMaySayItselfWhichRowIsMeant() {
        Visit visit = await(db.create(new Visit("/home", 1)));
        await(db.create(new Visit("/other", 5)));
        assertThat(await(db.update(visit).set(HITS, HITS.plus(1)).apply())).isEqualTo(new Visit("/home", 2));
        assertThat(await(db.refresh(visit))).isEqualTo(new Visit("/home", 2));
        assertThat(await(db.delete(visit))).isEqualTo(new Status("DELETE", 1, 0));
        assertThat(await(db.query(Visit.class).all())).containsExactly(new Visit("/other", 5));
    }

    @Test
    void massStatementsGiveModelsBack() {
        assertThat(await(db.all(
                        db.update(Post.class).set(TITLE, "z").where(ID.eq(3L)).returning(load(Post.class)))))
                .containsExactly(new Post(3L, "z", false, null));
        assertThat(await(db.all(db.delete(Comment.class).everyRow().returning(load(Comment.class)))
                        .map(comment -> comment.text)))
                .containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void instancesAreCopiedAndWrittenAsMaps() {
        Comment comment = new Comment(7L, "x");
        Model<Comment> model = Model.of(Comment.class);
        Comment copy = model.copy(comment);
        assertThat(copy).isNotSameAs(comment).usingRecursiveComparison().isEqualTo(comment);
        assertThat(model.toMap(comment).toString()).isEqualTo("{id=null, postId=7, text=x, gone=false}");
        assertThat(POST.copy(new Post(1L, "a", true, null))).isEqualTo(new Post(1L, "a", true, null));
    }

    @Test
    void aFilterThatCannotBeCalledIsRefused() {
        assertThatThrownBy(() -> db.query(Wrong.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage("@AlwaysWhere method Wrong.mine must be static, take the Model and give a Condition.");
    }
}
