/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static io.gino.schema.Schema.column;
import static io.gino.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.schema.MetaData;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is wrong with a declaration is said with the class, the attribute and what to do. */
@NullUnmarked
class DeclarationErrorsTest {

    private static void fails(ThrowingCallable declaration, String message) {
        assertThatThrownBy(declaration).isInstanceOf(SchemaException.class).hasMessage(message);
    }

    @GinoModel("users")
    record TwoOnOne(
            @PrimaryKey Long id,
            String name,
            @Column("name") String nickname) {}

    @Test
    void twoAttributesOnOneColumn() {
        fails(
                () -> Model.of(TwoOnOne.class),
                "Model TwoOnOne maps two attributes to the column 'name': 'name' and 'nickname'. Give one of them"
                        + " another name by @Column(\"…\"), or annotate it @Transient.");
    }

    @GinoModel
    record Nameless(@PrimaryKey Long id) {}

    record NotAnnotated(@PrimaryKey Long id) {}

    @Test
    void aMissingTableName() {
        fails(
                () -> Model.of(Nameless.class),
                "Model io.gino.model.DeclarationErrorsTest$Nameless is abstract: it names no table. Annotate it"
                        + " @GinoModel(\"table_name\") to use it.");
        fails(
                () -> Model.of(NotAnnotated.class),
                "io.gino.model.DeclarationErrorsTest$NotAnnotated is not a model. Annotate it"
                        + " @GinoModel(\"table_name\").");
    }

    @GinoModel("users")
    record User(@PrimaryKey Long id) {}

    @GinoModel("users")
    record Member(@PrimaryKey Long id) {}

    @Test
    void aDuplicateTable() {
        fails(
                () -> new DeclarativeBase(new MetaData()).models(User.class, Member.class),
                "Model io.gino.model.DeclarationErrorsTest$Member cannot have table 'users': it is declared already, by"
                        + " model io.gino.model.DeclarationErrorsTest$User. Name another table, or share it:"
                        + " @GinoModel(of = User.class).");
        MetaData metadata = new MetaData();
        metadata.table("users", column("id", BIGINT));
        fails(
                () -> new DeclarativeBase(metadata).model(User.class),
                "Model io.gino.model.DeclarationErrorsTest$User cannot have table 'users': it is declared already. Name"
                        + " another table.");
        fails(
                () -> metadata.table("users", column("id", BIGINT)),
                "Table 'users' is declared twice in one metadata. Name one of them otherwise, or declare it in another"
                        + " metadata.");
    }

    @GinoModel("posts")
    record Post(
            @PrimaryKey Long id, @ForeignKey("authors.id") Long authorId) {}

    @GinoModel("posts")
    record ToNoColumn(
            @PrimaryKey Long id, @ForeignKey("users.key") Long authorId) {}

    @GinoModel("posts")
    record ToNoModel(
            @PrimaryKey Long id,
            @ForeignKey(model = NotAnnotated.class) Long authorId) {}

    @Test
    void aForeignKeyToNowhere() {
        fails(
                () -> Script.of(User.class, Post.class),
                "The foreign key of 'posts' (author_id), attribute 'authorId' of model Post, leads to table 'authors',"
                        + " which is not declared. It has: users, posts. Declare it in the same metadata, or name"
                        + " another.");
        fails(
                () -> Script.of(User.class, ToNoColumn.class),
                "The foreign key of 'posts' (author_id), attribute 'authorId' of model ToNoColumn, leads to column"
                        + " 'key' of 'users', which has no such column. It has: id.");
        fails(
                () -> Model.of(ToNoModel.class),
                "@ForeignKey of attribute 'authorId' of model ToNoModel leads to"
                        + " io.gino.model.DeclarationErrorsTest$NotAnnotated, which is no model with a table. Annotate"
                        + " that @GinoModel(\"table_name\"), or name a column: @ForeignKey(\"table.column\").");
    }

    @GinoModel("jobs")
    record Job(@PrimaryKey Long id, Thread worker) {}

    @Test
    void anAttributeOfUnknownType() {
        fails(
                () -> Model.of(Job.class),
                "Attribute 'worker' of model Job has the type java.lang.Thread, which no PostgreSQL type is known for."
                        + " Annotate it @Column(type = \"jsonb\") to store it as JSON, or @Transient to leave it out."
                        + " Known are: BigDecimal, BigInteger, Boolean, Double, Duration, Float, Inet, InetAddress,"
                        + " Instant, Integer, Interval, Json, LocalDate, LocalDateTime, LocalTime, Long, OffsetDateTime,"
                        + " OffsetTime, Period, Point, Short, String, UUID, ZonedDateTime, byte[], enums, and lists of"
                        + " these.");
    }

    @GinoModel("points")
    static final class Point {
        @PrimaryKey
        private final Long id;

        private final String label;

        Point(Long id, int label) {
            this.id = id;
            this.label = String.valueOf(label);
        }
    }

    @GinoModel("lines")
    static final class Line {
        @PrimaryKey
        private Long id;

        Line(String from) {}
    }

    @Test
    void aConstructorThatMatchesNoColumns() {
        fails(
                () -> Model.of(Point.class),
                "Model io.gino.model.DeclarationErrorsTest$Point has no constructor that its columns fit: attribute 'id'"
                        + " is final, and none takes it with parameters that are attributes by name and type (id,"
                        + " label). Compile with -parameters, make the attribute not final, or make the model a record.");
        fails(
                () -> Model.of(Line.class),
                "Model io.gino.model.DeclarationErrorsTest$Line has no constructor that its columns fit: none without"
                        + " arguments, and none whose parameters are attributes by name and type (id). Add one (it may"
                        + " be private), or make the model a record.");
    }
}
