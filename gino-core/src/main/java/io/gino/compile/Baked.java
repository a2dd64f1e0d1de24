package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.error.Wording;
import io.gino.row.RowReader;
import io.gino.sql.BakedClause;
import io.gino.sql.Statement;
import java.util.ArrayList;
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
 */
public final class Baked<R> extends BakedClause<R> {

    private static final PostgresCompiler COMPILER = new PostgresCompiler();

    private final Texts texts;
    private final Compiled compiled;
    private final RowReader<R> reader;
    private final Map<String, @Nullable Object> valuesByName;

    private Baked(Texts texts, Compiled compiled, RowReader<R> reader, Map<String, @Nullable Object> valuesByName) {
        this.texts = texts;
        this.compiled = compiled;
        this.reader = reader;
        this.valuesByName = valuesByName;
    }

    /**
     * The statement, and what was compiled of it for certain numbers of rows.
     *
     * @param byRows shared by all copies
     */
    private record Texts(Statement<?> statement, Map<Integer, Optional<Compiled>> byRows) {}

    /**
     * Compiles a statement.
     *
     * @throws StatementException when it must not be sent as it is
     */
    public static <R> Baked<R> of(Statement<R> statement) {
        Texts texts = new Texts(statement, new ConcurrentHashMap<>());
        return new Baked<>(texts, COMPILER.compile(statement), statement.reader(), Map.of());
    }

    /** The same with a value for the parameter of this name; null is NULL. */
    public Baked<R> bind(String name, @Nullable Object value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(valuesByName);
        values.put(name, written(name, value));
        return new Baked<>(texts, compiled, reader, values);
    }

    /** The same with values for these parameters. */
    public Baked<R> bind(Map<String, ?> values) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(valuesByName);
        values.forEach((name, value) -> more.put(name, written(name, value)));
        return new Baked<>(texts, compiled, reader, more);
    }

    private @Nullable Object written(String name, @Nullable Object value) {
        for (BindSlot slot : compiled.slots()) {
            if (name.equals(slot.parameter())) {
                return slot.write(value);
            }
        }
        throw new StatementException(
                "The statement has no parameter :" + name + ". " + Wording.didYouMean(name, parameters()));
    }

    /** The names of its parameters, in the order in which they come. */
    public Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        for (BindSlot slot : compiled.slots()) {
            if (slot.parameter() != null) {
                names.add(slot.parameter());
            }
        }
        return names;
    }

    /** Whether it only reads. */
    public boolean isQuery() {
        return compiled.isQuery();
    }

    /**
     * The same for its first rows only; compiled once as well.
     *
     * @param limit gives the statement for so many rows, if it can be limited
     */
    public Optional<Baked<R>> atMost(int rows, Function<Statement<?>, Optional<? extends Statement<?>>> limit) {
        return texts.byRows()
                .computeIfAbsent(rows, count -> limit.apply(texts.statement()).map(COMPILER::compile))
                .map(limited -> new Baked<>(texts, limited, reader, valuesByName));
    }

    /** The SQL. */
    public String sql() {
        return compiled.sql();
    }

    Compiled compiled() {
        List<BindSlot> slots = new ArrayList<>(compiled.slots().size());
        for (BindSlot slot : compiled.slots()) {
            slots.add(slot.parameter() == null ? slot : filled(slot, slot.parameter()));
        }
        return new Compiled(compiled.command(), compiled.sql(), slots, compiled.columns(), compiled.table());
    }

    private BindSlot filled(BindSlot slot, String name) {
        if (!valuesByName.containsKey(name)) {
            throw new StatementException(
                    "The parameter :" + name + " has no value. Add bind(\"" + name + "\", value).");
        }
        return new BindSlot(slot.type(), valuesByName.get(name), null);
    }

    @Override
    public RowReader<R> reader() {
        return reader;
    }

    @Override
    public <X> Baked<X> read(RowReader<X> other) {
        return new Baked<>(texts, compiled, other, valuesByName);
    }

    @Override
    public String toString() {
        return sql();
    }
}
