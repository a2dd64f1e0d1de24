/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.schema.Column;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which columns are NOT NULL for what Java says of their attributes. The package around is {@code @NullMarked}. */
class NullnessTest {

    record Address(String street, @Nullable String city) {}

    @GinoModel("marked")
    record Marked(
            @PrimaryKey @Nullable Long id,
            String name,
            @Nullable String nickname,
            int age,
            @Nullable Integer size,
            List<@Nullable String> tags,
            @SoftDelete OffsetDateTime deleted,
            @CreatedAt @Nullable OffsetDateTime created,

            @io.gino.model.Column(nullable = false) @Nullable
            String said,

            @Embedded Address home,
            @Embedded @Nullable Address office) {}

    @NullUnmarked
    @GinoModel("unmarked")
    record Unmarked(
            @PrimaryKey Long id, String name, @NonNull String email, int age, Integer size) {}

    abstract static class Keyed<K, V extends @Nullable Object> {
        @Nullable
        K other;

        K key;
        V value;
    }

    @NullUnmarked
    @GinoModel("outer")
    static class Outer extends Keyed<String, Integer> {
        @PrimaryKey
        Long id;

        String open;

        @NullMarked
        @io.gino.model.Column
        String getClosed() {
            return "";
        }

        void setClosed(String closed) {}

        @io.gino.model.Column
        @NonNull
        String getGiven() {
            return "";
        }

        void setGiven(String given) {}
    }

    private static List<String> notNull(Class<?> model) {
        return Model.of(model).columns().stream()
                .filter(column -> !column.nullable())
                .map(Column::name)
                .toList();
    }

    @Test
    void inMarkedCodeAllIsButWhatIsNullable() {
        assertThat(notNull(Marked.class))
                .containsExactly("id", "name", "age", "tags", "created", "said", "home_street");
    }

    @Test
    void elsewhereNothingIsButPrimitivesAndKeysAndWhatIsNonNull() {
        assertThat(notNull(Unmarked.class)).containsExactly("id", "email", "age");
    }

    @Test
    void theNearestScopeCountsAndAVariableGoesByItsBound() {
        assertThat(notNull(Outer.class)).containsExactly("key", "id", "closed", "given");
    }
}
