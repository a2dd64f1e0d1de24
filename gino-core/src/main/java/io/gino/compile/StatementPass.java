/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.sql.Bind;
import io.gino.sql.Delete;
import io.gino.sql.Explain;
import io.gino.sql.Insert;
import io.gino.sql.Merge;
import io.gino.sql.Query;
import io.gino.sql.Statement;
import io.gino.sql.Text;
import io.gino.sql.Truncate;
import io.gino.sql.Update;
import java.util.List;

/** Writes statements of every kind. Single-use. */
class StatementPass extends WritePass {

    StatementPass(SqlBuffer out) {
        super(out);
    }

    /** Writes any statement, with the common tables that it uses declared before it. */
    void statement(Statement<?> statement) {
        if (statement instanceof Explain<?> explain) {
            statement(explain.statement());
            out.prepend(explain.analyze() ? "EXPLAIN ANALYZE " : "EXPLAIN ");
            return;
        }
        body(statement);
        declareCommonTables();
    }

    @Override
    void body(Statement<?> statement) {
        if (statement instanceof Query<?> query) {
            query(query);
        } else if (statement instanceof Insert<?> insert) {
            insert(insert);
        } else if (statement instanceof Update<?> update) {
            update(update);
        } else if (statement instanceof Delete<?> delete) {
            delete(delete);
        } else if (statement instanceof Merge<?> merge) {
            merge(merge);
        } else if (statement instanceof Truncate<?> truncate) {
            truncate(truncate);
        } else if (statement instanceof Text<?> text) {
            text(text);
        }
    }

    private void truncate(Truncate<?> truncate) {
        out.append("TRUNCATE ").append(truncate.table());
        out.append(truncate.restartsIdentity() ? " RESTART IDENTITY" : "");
        out.append(truncate.cascades() ? " CASCADE" : "");
    }

    private void text(Text<?> text) {
        List<String> pieces = text.pieces();
        List<Bind<?>> binds = text.binds();
        out.append(pieces.get(0));
        for (int i = 0; i < binds.size(); i++) {
            bind(binds.get(i));
            out.append(pieces.get(i + 1));
        }
    }
}
