/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import java.util.List;

/**
 * A sub-query or function that may use the columns of what stands before it in FROM.
 *
 * @since 0.1.0
 */
public record Lateral(NamedSource source) implements FromItem {

    @Override
    public List<? extends ColumnClause<?>> columns() {
        return source.columns();
    }

    @Override
    public String label() {
        return source.label();
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public List<FromItem> parts() {
        return List.of(source);
    }

    @Override
    public String tableName() {
        return "";
    }
}
