/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Which constructor makes instances of a model. */
@NullUnmarked
class ConstructorTest {

    /** As Kotlin compiles {@code data class Point(val x: Int, val y: Int, val label: String?)}. */
    @GinoModel("points")
    static final class Point {
        @PrimaryKey
        private final int x;

        private final int y;
        private final String label;

        Point(int x, int y, String label) {
            this.x = x;
            this.y = y;
            this.label = label;
        }
    }

    @Test
    void aClassOfFinalFieldsIsMadeByItsConstructor() {
        Model<Point> model = Model.of(Point.class);
        Point point = model.newInstance(Map.of("x", 1, "label", "a"));
        Point moved = model.with(point, Map.of(model.column("y"), 5));

        assertThat(model.isMutable()).isFalse();
        assertThat(point).extracting("x", "y", "label").containsExactly(1, 0, "a");
        assertThat(moved).isNotSameAs(point).extracting("x", "y", "label").containsExactly(1, 5, "a");
    }

    @GinoModel("mixed")
    static final class Mixed {
        @PrimaryKey
        private final Long id;

        private String name;
        private int age;

        Mixed(Long id) {
            this.id = id;
        }

        Mixed(String name, Long id) {
            this(id);
            this.name = name;
        }
    }

    @Test
    void whatTheConstructorDoesNotTakeIsSet() {
        Mixed mixed = Model.of(Mixed.class).newInstance(Map.of("id", 1, "name", "a", "age", 3));

        assertThat(mixed).extracting("id", "name", "age").containsExactly(1L, "a", 3);
    }

    @GinoModel("hidden")
    static class Hidden {
        @PrimaryKey
        private Long id;

        private String name = "noname";

        private Hidden() {}

        Hidden(Long id, String name) {
            throw new IllegalStateException("The other constructor is there for rows.");
        }
    }

    @Test
    void theConstructorWithoutArgumentsGoesFirst() {
        assertThat(Model.of(Hidden.class).newInstance(Map.of("id", 1)))
                .extracting("id", "name")
                .containsExactly(1L, "noname");
    }

    @GinoModel("t")
    static class NoneFits {
        @PrimaryKey
        private Long id;

        NoneFits(String id) {}

        NoneFits(Long other, int more) {}
    }

    @GinoModel("t")
    static class LeavesFinalOut {
        @PrimaryKey
        private Long id;

        private final String name = String.valueOf(1);

        LeavesFinalOut() {}
    }

    @Test
    void refusesAClassWithoutAConstructorThatFits() {
        assertThatThrownBy(() -> Model.of(NoneFits.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Model io.gino.model.ConstructorTest$NoneFits has no constructor that its columns fit: none"
                        + " without arguments, and none whose parameters are attributes by name and type (id). Add one"
                        + " (it may be private), or make the model a record.");
        assertThatThrownBy(() -> Model.of(LeavesFinalOut.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "Model io.gino.model.ConstructorTest$LeavesFinalOut has no constructor that its columns fit:"
                                + " attribute 'name' is final, and none takes it with parameters that are attributes by name and"
                                + " type (id, name). Compile with -parameters, make the attribute not final, or make the model a"
                                + " record.");
    }

    @Test
    void refusesValuesForAttributesThatAreNone() {
        assertThatThrownBy(() -> Model.of(Hidden.class).newInstance(Map.of("nmae", "a")))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Model Hidden has no attribute 'nmae'. Did you mean 'name'? It has: id, name.");
    }
}
