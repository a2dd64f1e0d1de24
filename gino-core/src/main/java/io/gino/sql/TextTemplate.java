package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.error.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Raw SQL cut at its parameters. */
record TextTemplate(List<String> pieces, List<String> parameters) {

    /** What is passed over whole, and, last, what is looked for. */
    private static final Pattern TOKENS = Pattern.compile("""
            [eE]'(?:[^'\\\\]|\\\\.|'')*'        # string with escapes
            | '(?:[^']|'')*'                    # string
            | "(?:[^"]|"")*"                    # quoted name
            | --[^\\n]*                         # comment to the end of the line
            | /\\*(?:[^*]|\\*(?!/))*\\*/        # comment
            | \\$(\\w*)\\$.*?\\$\\1\\$          # dollar quote
            | ::                                # cast
            | :=                                # named argument
            | (?<![\\w:]):([A-Za-z_]\\w*)       # parameter
            """, Pattern.COMMENTS | Pattern.DOTALL);

    static TextTemplate parse(String sql) {
        List<String> pieces = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        Matcher matcher = TOKENS.matcher(sql);
        int from = 0;
        while (matcher.find()) {
            if (matcher.group(2) != null) {
                pieces.add(sql.substring(from, matcher.start()));
                parameters.add(matcher.group(2));
                from = matcher.end();
            }
        }
        pieces.add(sql.substring(from));
        return new TextTemplate(List.copyOf(pieces), List.copyOf(parameters));
    }

    void requireParameter(String name) {
        if (!parameters.contains(name)) {
            throw new StatementException(
                    "The text has no parameter :" + name + ". " + Wording.didYouMean(name, parameters));
        }
    }
}
