/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.error.SchemaException;
import io.gino.schema.View;

/**
 * The rows of a materialized view, computed anew.
 *
 * @since 0.1.0
 */
public record RefreshView(View view, boolean isConcurrent) implements Ddl {

    public RefreshView {
        if (!view.isMaterialized()) {
            throw new SchemaException("The view '" + view.qualifiedName()
                    + "' is not materialized: it shows the rows of its tables at all times, and cannot be refreshed.");
        }
    }

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.refreshView(this);
    }
}
