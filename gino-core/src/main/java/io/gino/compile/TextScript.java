/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.sql.Bind;
import io.gino.sql.Text;
import io.gino.type.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Raw SQL once for each set of parameters, one after the other in one message, with the values as literals: PostgreSQL
 * takes such a message as one transaction.
 */
final class TextScript {

    private final Text<?> text;
    private final List<? extends Map<String, ?>> sets;
    /** By the name of the parameter, the type of a NULL. */
    private final Map<String, SqlType<?>> types = new HashMap<>();

    TextScript(Text<?> text, List<? extends Map<String, ?>> sets) {
        this.text = text;
        this.sets = sets;
    }

    Compiled compiled(PostgresCompiler compiler) {
        for (String name : text.parameters()) {
            type(name).ifPresent(type -> types.put(name, type));
        }
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < sets.size(); i++) {
            // The line break ends a comment, if that is how the text ends.
            script.append(compiler.compileWithLiterals(bound(i))).append("\n;\n");
        }
        return compiler.compile(bound(0)).sentAs(script.toString());
    }

    /** That of the parameter where it was bound before, else that of the first value which is not null. */
    private Optional<SqlType<?>> type(String name) {
        return text.bind(name)
                .<SqlType<?>>map(Bind::type)
                .or(() -> sets.stream()
                        .map(set -> set.get(name))
                        .filter(value -> value != null)
                        .findFirst()
                        .flatMap(value -> text.bind(name, value).bind(name).map(Bind::type)));
    }

    private Text<?> bound(int index) {
        Map<String, ?> set = sets.get(index);
        Text<?> bound = text;
        for (Map.Entry<String, ?> entry : set.entrySet()) {
            bound = bound(bound, entry.getKey(), entry.getValue());
        }
        for (String name : text.parameters()) {
            if (bound.bind(name).isEmpty()) {
                throw new StatementException("The parameter :" + name + " has no value in set " + (index + 1) + ".");
            }
        }
        return bound;
    }

    private Text<?> bound(Text<?> before, String name, @Nullable Object value) {
        SqlType<?> type = text.bind(name).isPresent() || value == null ? types.get(name) : null;
        if (type != null) {
            return converted(before, name, type, value);
        } else if (value == null && text.parameters().contains(name)) {
            throw new StatementException("The parameter :" + name + " is null in every set, and nothing says of which"
                    + " type. Bind it with its type before: bind(\"" + name + "\", type, null).");
        }
        return before.bind(name, value);
    }

    private static <T> Text<?> converted(Text<?> before, String name, SqlType<T> type, @Nullable Object value) {
        return before.bind(name, type, value == null ? null : type.convert(value));
    }
}
