/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.error.Wording;
import io.gino.sql.Assignment;
import io.gino.sql.Bind;
import io.gino.sql.Delete;
import io.gino.sql.FromItem;
import io.gino.sql.Identifier;
import io.gino.sql.Insert;
import io.gino.sql.Parameter;
import io.gino.sql.Statement;
import io.gino.sql.Update;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one statement for many sets of parameters: the sets are a table, {@code given}, with a column for each
 * parameter, that PostgreSQL unnests from an array for each. Single-use.
 */
final class ManyPass extends StatementPass {

    private static final Identifier GIVEN = Identifier.of("given");

    private final List<? extends Map<String, ?>> sets;
    private final Map<String, Parameter<?>> parametersByName = new LinkedHashMap<>();

    ManyPass(SqlBuffer out, List<? extends Map<String, ?>> sets) {
        super(out);
        this.sets = sets;
    }

    /** Writes the statement, the table of the sets before it. */
    void many(Statement<?> statement) {
        boolean isSupported = statement instanceof Update
                || statement instanceof Delete
                || (statement instanceof Insert<?> insert && insert.source() instanceof Insert.Values);
        if (!isSupported) {
            throw new StatementException("Only an INSERT of values, an UPDATE and a DELETE run with many sets of"
                    + " parameters. Run other statements once for each set.");
        }
        if (statement instanceof Insert<?> insert && !insert.defaults().isEmpty()) {
            throw new StatementException("Column '" + insert.defaults().get(0).column()
                    + "' has a client default, of which all sets would get one and the same value. Set the column by a"
                    + " parameter.");
        }
        body(statement);
        requireNames();
        declareCommonTables(given());
    }

    private void requireNames() {
        for (int i = 0; i < sets.size(); i++) {
            int number = i + 1;
            for (String name : sets.get(i).keySet()) {
                if (!parametersByName.containsKey(name)) {
                    throw new StatementException("The statement has no parameter :" + name + ", which set " + number
                            + " has. " + Wording.didYouMean(name, parametersByName.keySet()));
                }
            }
            for (String name : parametersByName.keySet()) {
                if (!sets.get(i).containsKey(name)) {
                    throw new StatementException("The parameter :" + name + " has no value in set " + number + ".");
                }
            }
        }
    }

    /** The sets as a table. */
    private String given() {
        if (parametersByName.isEmpty()) {
            throw new StatementException("The statement has no parameters, so that many sets of them make no sense.");
        }
        List<Parameter<?>> parameters = List.copyOf(parametersByName.values());
        int start = out.length();
        out.append(GIVEN).append(" (");
        out.list(parameters, parameter -> out.append(name(parameter)));
        out.append(") AS (SELECT * FROM unnest(");
        out.list(parameters, this::array);
        return out.append("))").cut(start);
    }

    private static String name(Parameter<?> parameter) {
        return Identifier.of(parameter.name()).sql();
    }

    /** The values of a parameter over all sets. */
    private <T> void array(Parameter<T> parameter) {
        SqlType<List<T>> type = traveling(parameter.type()).array();
        List<@Nullable T> values = new ArrayList<>(sets.size());
        for (Map<String, ?> set : sets) {
            Object value = set.get(parameter.name());
            values.add(value == null ? null : parameter.type().convert(value));
        }
        out.bind(new Bind<>(type, values));
        if (!type.needsCast()) {
            out.append("::").append(type.bareName());
        }
    }

    private static <T> SqlType<T> traveling(SqlType<T> type) {
        return type.goesAsTextInRows() ? type.asText() : type;
    }

    @Override
    public void parameter(Parameter<?> parameter) {
        Parameter<?> known = parametersByName.putIfAbsent(parameter.name(), parameter);
        if (known != null && !known.type().name().equals(parameter.type().name())) {
            throw new StatementException("The parameter :" + parameter.name() + " is a "
                    + known.type().name() + " in one place and a "
                    + parameter.type().name() + " in another.");
        }
        out.append(GIVEN).append("." + name(parameter));
        out.append(parameter.type().goesAsTextInRows() ? "::" + parameter.type().bareName() : "");
    }

    @Override
    void values(List<Assignment> assignments) {
        names(columns(assignments));
        out.append(" SELECT ");
        out.list(assignments, assignment -> write(assignment.value()));
        out.append(" FROM ").append(GIVEN);
    }

    @Override
    void others(String keyword, List<FromItem> others) {
        from(keyword, others);
        out.append(others.isEmpty() ? keyword : ", ").append(GIVEN);
    }
}
