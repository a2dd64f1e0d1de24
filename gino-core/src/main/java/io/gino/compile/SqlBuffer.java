/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.sql.Bind;
import io.gino.sql.Identifier;
import io.gino.sql.Parameter;
import io.gino.sql.QualifiedName;
import io.gino.sql.TableClause;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * SQL text and its bind slots, which grow together. What is met twice, the same bind or a parameter of the same name, has
 * one slot: PostgreSQL takes {@code f($1)} in SELECT and {@code f($2)} in GROUP BY for different expressions, whatever
 * their values. Single-use.
 */
final class SqlBuffer {

    private static final int FEW = 16;

    /** Those of the first slots, by their numbers. */
    private static final String[] MARKERS = new String[FEW + 1];

    static {
        for (int i = 1; i <= FEW; i++) {
            MARKERS[i] = "$" + i;
        }
    }

    /** Most statements fit in it. */
    private final StringBuilder text = new StringBuilder(512);

    private final List<BindSlot> slots = new ArrayList<>();
    /** The binds that the slots are of, to be looked through while there are few; null for a parameter's. */
    private final List<@Nullable Bind<?>> binds = new ArrayList<>();
    /** Made when there are many. */
    private @Nullable IdentityHashMap<Bind<?>, Integer> numbersByBind;
    /** Made with the first one. */
    private @Nullable Map<Parameter<?>, Integer> numbersByParameter;

    private final boolean takesBinds;

    SqlBuffer() {
        this(true);
    }

    private SqlBuffer(boolean takesBinds) {
        this.takesBinds = takesBinds;
    }

    /** For SQL that cannot have binds, such as that of a view: values become literals. */
    static SqlBuffer ofLiterals() {
        return new SqlBuffer(false);
    }

    SqlBuffer append(String sql) {
        text.append(sql);
        return this;
    }

    SqlBuffer append(Identifier identifier) {
        text.append(identifier.sql());
        return this;
    }

    SqlBuffer append(QualifiedName name) {
        text.append(name.sql());
        return this;
    }

    /** The table's name, after its schema when it has one. */
    SqlBuffer append(TableClause table) {
        if (table.schema().isPresent()) {
            append(table.schema().get()).append(".");
        }
        return append(table.identifier());
    }

    <T> void bind(Bind<T> bind) {
        if (!takesBinds) {
            append(Literals.typed(bind.type(), bind.value()));
            return;
        }
        int number = numberOf(bind);
        slot(number == 0 ? add(bind, BindSlot.value(bind.type(), bind.value())) : number, bind.type());
    }

    /** 0 for one that is new. Hashing an object costs more than looking at a few. */
    @SuppressWarnings("ReferenceEquality") // equal binds of other places have slots of their own
    private int numberOf(Bind<?> bind) {
        if (binds.size() > FEW) {
            return byBind().getOrDefault(bind, 0);
        }
        for (int i = 0; i < binds.size(); i++) {
            if (binds.get(i) == bind) {
                return i + 1;
            }
        }
        return 0;
    }

    private IdentityHashMap<Bind<?>, Integer> byBind() {
        if (numbersByBind == null) {
            numbersByBind = new IdentityHashMap<>();
        }
        for (int i = numbersByBind.size(); i < binds.size(); i++) {
            numbersByBind.put(binds.get(i), i + 1);
        }
        return numbersByBind;
    }

    void parameter(Parameter<?> parameter) {
        if (!takesBinds) {
            throw new StatementException(
                    "DDL has no parameters; got :" + parameter.name() + ". Use literal(type, value).");
        }
        if (numbersByParameter == null) {
            numbersByParameter = new HashMap<>();
        }
        Integer number = numbersByParameter.get(parameter);
        if (number == null) {
            number = add(null, BindSlot.parameter(parameter.type(), parameter.name()));
            numbersByParameter.put(parameter, number);
        }
        slot(number, parameter.type());
    }

    /** What the driver sends as text is given its type here: {@code $1::inet}. */
    private void slot(int number, SqlType<?> type) {
        text.append(number <= FEW ? MARKERS[number] : "$" + number);
        if (type.needsCast()) {
            text.append("::").append(type.bareName());
        }
    }

    private int add(@Nullable Bind<?> bind, BindSlot slot) {
        slots.add(slot);
        binds.add(bind);
        return slots.size();
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

    /** How much text there is, as a place to {@link #cut} from. */
    int length() {
        return text.length();
    }

    /** Takes the text from this place on out again; its slots stay. */
    String cut(int start) {
        String end = text.substring(start);
        text.setLength(start);
        return end;
    }

    void prepend(String sql) {
        text.insert(0, sql);
    }

    String text() {
        return text.toString();
    }

    List<BindSlot> slots() {
        return slots;
    }
}
