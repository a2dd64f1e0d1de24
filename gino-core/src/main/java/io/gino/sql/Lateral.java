package io.gino.sql;

import java.util.List;

/** A sub-query or function that may use the columns of what stands before it in FROM. */
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
