/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.sql.Bind;
import io.gino.sql.Copy;
import io.gino.sql.Identifier;
import io.gino.sql.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes COPY, which takes no binds: the values of its query become literals. Single-use. */
final class CopyPass extends StatementPass {

    CopyPass(SqlBuffer out) {
        super(out);
    }

    void copy(Copy copy) {
        if (copy instanceof Copy.In in) {
            out.append("COPY ").append(in.table());
            names(in.columns());
            out.append(" FROM STDIN");
        } else if (copy instanceof Copy.Out rows) {
            read(rows);
            out.append(" TO STDOUT");
        }
        options(copy.options());
    }

    private void read(Copy.Out rows) {
        rows.table().ifPresent(table -> {
            out.append("COPY ").append(table);
            out.append(" (");
            out.list(rows.columns(), column -> out.append(Identifier.of(column.resultName())));
            out.append(")");
        });
        rows.query().ifPresent(query -> {
            statement(query);
            out.prepend("COPY (");
            out.append(")");
        });
    }

    private void options(Copy.Options options) {
        List<String> said = new ArrayList<>();
        if (options.format() != Copy.Format.TEXT) {
            said.add("FORMAT " + options.format().name().toLowerCase(Locale.ROOT));
        }
        if (options.header()) {
            said.add("HEADER");
        }
        options.delimiter().ifPresent(text -> said.add("DELIMITER " + Literals.quote(text)));
        options.nullText().ifPresent(text -> said.add("NULL " + Literals.quote(text)));
        if (!said.isEmpty()) {
            out.append(" WITH (" + String.join(", ", said) + ")");
        }
    }

    @Override
    public void bind(Bind<?> bind) {
        constant(bind);
    }

    private <T> void constant(Bind<T> bind) {
        out.append(Literals.typed(bind.type(), bind.value()));
    }

    @Override
    public void parameter(Parameter<?> parameter) {
        throw new StatementException(
                "COPY takes no parameters; got :" + parameter.name() + ". Give its query the value itself.");
    }
}
