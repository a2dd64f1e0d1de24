/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.type.Json;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class TypeArgumentsTest {

    @Test
    void anInheritedTypeVariableIsWhatTheModelSaysItIs() {
        assertThat(Model.of(Note.class).column("id", UUID.class).type().name()).isEqualTo("uuid");
    }

    @Test
    void alsoInsideAnotherType() {
        assertThat(Model.of(Note.class).column("earlier").type().name()).isEqualTo("uuid[]");
    }

    @Test
    void alsoInJson() {
        UUID id = UUID.fromString("6f0b3c2e-7f0f-4e6e-9d9b-1f3a5a0f5b11");

        assertThat(TypeArguments.of(Note.class)
                        .typeOf(Property.of(field("named")))
                        .getTypeName())
                .isEqualTo("java.util.Map<java.lang.String, java.util.UUID>");
        assertThat(Model.of(Note.class).column("named").type().read(new Json("{\"first\":\"" + id + "\"}")))
                .isEqualTo(Map.of("first", id));
    }

    @Test
    void alsoInAnArray() {
        assertThat(TypeArguments.of(Note.class).typeOf(Property.of(field("marks"))))
                .isEqualTo(Integer[].class);
    }

    @Test
    void aVariableThatTheModelLeavesOpenHasNoColumnType() {
        assertThatThrownBy(() -> Model.of(Open.class))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith(
                        "Attribute 'id' of model Keyed has the type X, which no PostgreSQL type is known for.");
    }

    private static Field field(String name) {
        try {
            return Keyed.class.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    abstract static class Keyed<K, M> {
        K id;
        List<K> earlier;

        @Column(type = "jsonb")
        Map<String, K> named;

        @Column(type = "jsonb")
        M[] marks;
    }

    abstract static class Marked<X> extends Keyed<X, Integer> {}

    @GinoModel("notes")
    static class Note extends Marked<UUID> {}

    @GinoModel("open")
    @SuppressWarnings("rawtypes")
    static class Open extends Marked {}
}
