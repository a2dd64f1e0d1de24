package io.gino.compile;

import io.gino.sql.Identifier;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** SQL text and its bind slots, which grow together. Single-use. */
final class SqlBuffer {

    private final StringBuilder text = new StringBuilder(256);
    private final List<BindSlot> slots = new ArrayList<>();

    SqlBuffer append(String sql) {
        text.append(sql);
        return this;
    }

    SqlBuffer append(Identifier identifier) {
        text.append(identifier.sql());
        return this;
    }

    <T> void value(SqlType<T> type, @Nullable T value) {
        slot(BindSlot.value(type, value));
    }

    void parameter(SqlType<?> type, String name) {
        slot(BindSlot.parameter(type, name));
    }

    private void slot(BindSlot slot) {
        slots.add(slot);
        text.append('$').append(slots.size());
    }

    /** The items one after the other with a comma between them. */
    <E> void list(List<? extends E> items, Consumer<? super E> write) {
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                text.append(", ");
            }
            write.accept(items.get(i));
        }
    }

    String text() {
        return text.toString();
    }

    List<BindSlot> slots() {
        return slots;
    }
}
