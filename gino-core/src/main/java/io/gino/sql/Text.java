/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.FirstColumn;
import io.gino.row.Row;
import io.gino.row.RowReader;
import io.gino.row.Selectable;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SQL as the program wrote it, with named parameters such as {@code :name}. Casts ({@code ::int}), string literals,
 * quoted names, comments and dollar quotes may contain colons.
 *
 * @param <R> what each returned row is read as
 * @since 0.1.0
 */
public final class Text<R> implements Statement<R> {

    private final TextTemplate template;
    private final Map<String, Bind<?>> binds;
    private final List<Selectable<?>> columns;
    private final RowReader<R> reader;

    private Text(TextTemplate template, Map<String, Bind<?>> binds, List<Selectable<?>> columns, RowReader<R> reader) {
        this.template = template;
        this.binds = binds;
        this.columns = columns;
        this.reader = reader;
    }

    /** Text without parameters, whatever stands in it. */
    static Text<Row> verbatim(String sql) {
        return new Text<>(new TextTemplate(List.of(sql), List.of()), Map.of(), List.of(), RowReader.ROWS);
    }

    static Text<Row> of(String sql) {
        return new Text<>(TextTemplate.parse(sql), Map.of(), List.of(), RowReader.ROWS);
    }

    /**
     * A value for a parameter, of one of the Java types that PostgreSQL has a type for.
     *
     * @throws StatementException when no type is known for the value, as for null
     */
    public Text<R> bind(String name, @Nullable Object value) {
        if (value == null) {
            throw new StatementException(
                    "The parameter :" + name + " is null, and nothing says of which type. Use bind(name, type, null).");
        }
        SqlType<Object> type = typeOf(value);
        return bind(name, type, value);
    }

    @SuppressWarnings("unchecked")
    private static SqlType<Object> typeOf(Object value) {
        return Types.of((Class<Object>) value.getClass())
                .orElseThrow(() -> new StatementException("No PostgreSQL type is known for "
                        + value.getClass().getName() + ". Say which: bind(name, type, value)."));
    }

    /**
     * A value for a parameter; null is NULL.
     *
     * @throws StatementException when the text has no parameter of this name
     */
    public <T> Text<R> bind(String name, SqlType<T> type, @Nullable T value) {
        template.requireParameter(name);
        Map<String, Bind<?>> more = new LinkedHashMap<>(binds);
        more.put(name, new Bind<>(type, value));
        return new Text<>(template, more, columns, reader);
    }

    /** What the text returns, in order, so that rows and readers know the columns' types. */
    public Text<R> columns(List<? extends Selectable<?>> selected) {
        return new Text<>(template, binds, List.copyOf(selected), reader);
    }

    @Override
    public <X> Text<X> read(RowReader<X> other) {
        return new Text<>(template, binds, columns, other);
    }

    /** The same text, of each row its first column. */
    public <X> Text<X> read(SqlType<X> type) {
        return read(new FirstColumn<>(type));
    }

    /** The same text, each row made into a record (or class) by the names of its components. */
    public <X> Text<X> into(Class<X> target) {
        return read(RowReader.into(target));
    }

    /** The SQL between the parameters: one piece more than there are parameters. */
    public List<String> pieces() {
        return template.pieces();
    }

    /**
     * The values in the order of their places.
     *
     * @throws StatementException when a parameter has none
     */
    public List<Bind<?>> binds() {
        return template.parameters().stream().<Bind<?>>map(this::bound).toList();
    }

    private Bind<?> bound(String name) {
        return bind(name)
                .orElseThrow(() -> new StatementException(
                        "The parameter :" + name + " has no value. Add bind(\"" + name + "\", value)."));
    }

    /** The value that a parameter has so far. */
    public Optional<Bind<?>> bind(String name) {
        return Optional.ofNullable(binds.get(name));
    }

    /** The names of the parameters, in the order in which they first appear. */
    public Set<String> parameters() {
        return new LinkedHashSet<>(template.parameters());
    }

    /** What the text was said to return; empty when only PostgreSQL knows. */
    public List<Selectable<?>> columns() {
        return columns;
    }

    @Override
    public RowReader<R> reader() {
        return reader;
    }

    @Override
    public String toString() {
        return StatementPrinter.toString(this);
    }
}
