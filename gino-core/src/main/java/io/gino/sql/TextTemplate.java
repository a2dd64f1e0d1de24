/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.error.Wording;
import java.util.ArrayList;
import java.util.List;

/** Raw SQL cut at its parameters. */
record TextTemplate(List<String> pieces, List<String> parameters) {

    static TextTemplate parse(String sql) {
        Quoted.requireNoNul(sql);
        List<String> pieces = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < sql.length()) {
            int name = parameterName(sql, at);
            if (name > at) {
                int end = wordEnd(sql, name);
                pieces.add(sql.substring(from, at));
                parameters.add(sql.substring(name, end));
                from = end;
                at = end;
            } else {
                at = next(sql, at);
            }
        }
        pieces.add(sql.substring(from));
        return new TextTemplate(List.copyOf(pieces), List.copyOf(parameters));
    }

    /** Where the name of the parameter begins that stands at this position; the position itself when none does. */
    private static int parameterName(String sql, int at) {
        boolean named = sql.charAt(at) == ':'
                && !Quoted.isWord(sql, at - 1)
                && Quoted.isWord(sql, at + 1)
                && !Character.isDigit(sql.charAt(at + 1));
        return named ? at + 1 : at;
    }

    private static int wordEnd(String sql, int start) {
        int end = start;
        while (Quoted.isWord(sql, end)) {
            end++;
        }
        return end;
    }

    /** The position after what stands here: something quoted, a cast, or one character. */
    private static int next(String sql, int at) {
        if (sql.startsWith("::", at)) {
            return at + 2;
        }
        return Math.max(Quoted.end(sql, at), at + 1);
    }

    void requireParameter(String name) {
        if (!parameters.contains(name)) {
            throw new StatementException(
                    "The text has no parameter :" + name + ". " + Wording.didYouMean(name, parameters));
        }
    }
}
