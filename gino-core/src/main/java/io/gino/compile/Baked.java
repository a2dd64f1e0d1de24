/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.error.Wording;
import io.gino.row.RowReader;
import io.gino.sql.BakedClause;
import io.gino.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is compiled once, to be run often with other values for its parameters
 * ({@link io.gino.sql.Sql#parameter}). It can be made before there is a database, and run by any number of engines.
 *
 * @param <R> what each row that it returns is read as
 * @since 0.1.0
 */
public final class Baked<R> extends BakedClause<R> {

    private static final PostgresCompiler COMPILER = new PostgresCompiler();
    private static final Object NO_VALUE = new Object();

    private final Source source;
    private final Form form;
    private final RowReader<R> reader;
    /** Those of the parameters, in their order. */
    private final @Nullable Object[] values;

    private Baked(Source source, Form form, RowReader<R> reader, @Nullable Object[] values) {
        this.source = source;
        this.form = form;
        this.reader = reader;
        this.values = values;
    }

    /**
     * What was compiled.
     *
     * @param names of the parameters, in the order in which they come
     * @param slots the first of each parameter
     * @param byRows what was compiled for certain numbers of rows, shared by all copies
     */
    private record Source(
            Statement<?> statement, List<String> names, List<BindSlot> slots, Map<Integer, Optional<Form>> byRows) {

        static Source of(Statement<?> statement, Compiled compiled) {
            Map<String, BindSlot> slots = new LinkedHashMap<>();
            for (BindSlot slot : compiled.slots()) {
                if (slot.parameter() != null) {
                    slots.putIfAbsent(slot.parameter(), slot);
                }
            }
            return new Source(
                    statement, List.copyOf(slots.keySet()), List.copyOf(slots.values()), new ConcurrentHashMap<>());
        }

        int indexOf(String name) {
            int index = names.indexOf(name);
            if (index < 0) {
                throw new StatementException(
                        "The statement has no parameter :" + name + ". " + Wording.didYouMean(name, names));
            }
            return index;
        }
    }

    /** The statement as it is sent. */
    private static final class Form {

        private final Compiled compiled;
        /** Which parameter each slot takes the value of; -1 for one that has its own. */
        private final int[] parameters;

        Form(Compiled compiled, List<String> names) {
            this.compiled = compiled;
            this.parameters = compiled.slots().stream()
                    .mapToInt(slot -> slot.parameter() == null ? -1 : names.indexOf(slot.parameter()))
                    .toArray();
        }
    }

    /**
     * Compiles a statement.
     *
     * @throws StatementException when it must not be sent as it is
     */
    public static <R> Baked<R> of(Statement<R> statement) {
        Compiled compiled = COMPILER.compile(statement);
        Source source = Source.of(statement, compiled);
        @Nullable Object[] values = new Object[source.names().size()];
        Arrays.fill(values, NO_VALUE);
        return new Baked<>(source, new Form(compiled, source.names()), statement.reader(), values);
    }

    /** The same with a value for the parameter of this name; null is NULL. */
    public Baked<R> bind(String name, @Nullable Object value) {
        @Nullable Object[] more = values.clone();
        put(more, source.indexOf(name), value);
        return new Baked<>(source, form, reader, more);
    }

    /** The same with values for these parameters. */
    public Baked<R> bind(Map<String, ?> valuesByName) {
        @Nullable Object[] more = values.clone();
        valuesByName.forEach((name, value) -> put(more, source.indexOf(name), value));
        return new Baked<>(source, form, reader, more);
    }

    /** The same with values for all parameters, in the order of {@link #parameters}. */
    public Baked<R> bind(List<? extends @Nullable Object> all) {
        if (all.size() != values.length) {
            throw new StatementException("The statement has " + values.length + " parameters ("
                    + String.join(", ", source.names()) + "); got " + all.size() + ".");
        }
        @Nullable Object[] more = new Object[values.length];
        for (int i = 0; i < more.length; i++) {
            put(more, i, all.get(i));
        }
        return new Baked<>(source, form, reader, more);
    }

    private void put(@Nullable Object[] into, int index, @Nullable Object value) {
        into[index] = source.slots().get(index).write(value);
    }

    /** The names of its parameters, in the order in which they come. */
    public Set<String> parameters() {
        return new LinkedHashSet<>(source.names());
    }

    /** Whether it has values of its own beside its parameters. */
    public boolean hasValues() {
        return form.compiled.slots().stream().anyMatch(slot -> slot.parameter() == null);
    }

    /** Whether it only reads. */
    public boolean isQuery() {
        return form.compiled.isQuery();
    }

    /**
     * The same for its first rows only; compiled once as well.
     *
     * @param limit gives the statement for so many rows, if it can be limited
     */
    public Optional<Baked<R>> atMost(int rows, Function<Statement<?>, Optional<? extends Statement<?>>> limit) {
        return source.byRows()
                .computeIfAbsent(
                        rows,
                        count -> limit.apply(source.statement())
                                .map(COMPILER::compile)
                                .map(compiled -> new Form(compiled, source.names())))
                .map(limited -> new Baked<>(source, limited, reader, values));
    }

    /** The SQL. */
    public String sql() {
        return form.compiled.sql();
    }

    Compiled compiled() {
        Compiled compiled = form.compiled;
        BindSlot[] slots = new BindSlot[form.parameters.length];
        for (int i = 0; i < slots.length; i++) {
            BindSlot slot = compiled.slots().get(i);
            int parameter = form.parameters[i];
            slots[i] = parameter < 0 ? slot : new BindSlot(slot.type(), value(parameter), null);
        }
        return compiled.with(List.of(slots));
    }

    private @Nullable Object value(int parameter) {
        Object value = values[parameter];
        if (value == NO_VALUE) {
            String name = source.names().get(parameter);
            throw new StatementException(
                    "The parameter :" + name + " has no value. Add bind(\"" + name + "\", value).");
        }
        return value;
    }

    @Override
    public RowReader<R> reader() {
        return reader;
    }

    @Override
    public <X> Baked<X> read(RowReader<X> other) {
        return new Baked<>(source, form, other, values);
    }

    @Override
    public String toString() {
        return sql();
    }
}
