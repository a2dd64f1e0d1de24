/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.sql.Copy;
import io.gino.sql.Delete;
import io.gino.sql.FromItem;
import io.gino.sql.Insert;
import io.gino.sql.Merge;
import io.gino.sql.Select;
import io.gino.sql.SetOperation;
import io.gino.sql.Statement;
import io.gino.sql.TableClause;
import io.gino.sql.Truncate;
import io.gino.sql.Update;

/** The one table by which those who watch statements tell them apart: a name, or empty text. */
final class MainTable {

    private MainTable() {}

    static String of(Statement<?> statement) {
        if (statement instanceof Select<?> select) {
            return select.from().isEmpty() ? "" : first(select.from().get(0));
        } else if (statement instanceof SetOperation<?> operation) {
            return of(operation.left());
        } else if (statement instanceof Insert<?> insert) {
            return insert.table().tableName();
        } else if (statement instanceof Update<?> update) {
            return update.table().tableName();
        } else if (statement instanceof Delete<?> delete) {
            return delete.table().tableName();
        } else if (statement instanceof Merge<?> merge) {
            return merge.table().tableName();
        }
        return statement instanceof Truncate<?> truncate ? truncate.table().tableName() : "";
    }

    static String of(Copy copy) {
        return copy instanceof Copy.In in
                ? in.table().tableName()
                : copy instanceof Copy.Out out
                        ? out.table().map(TableClause::tableName).orElse("")
                        : "";
    }

    private static String first(FromItem item) {
        return item.parts().get(0).tableName();
    }
}
