package io.gino.sql;

import io.gino.row.Row;
import java.util.List;
import java.util.Optional;

/**
 * A table by name with its columns; compared by identity. Open to other packages, which know more about their tables
 * than the language does.
 */
public abstract non-sealed class TableClause implements FromItem {

    public abstract Identifier identifier();

    /** The schema that statements name; empty to leave it to the search path. */
    public Optional<Identifier> schema() {
        return Optional.empty();
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    /** The table under another name. */
    public Alias as(String alias) {
        return new Alias(this, Identifier.of(alias));
    }

    public Insert<Row> insert() {
        return Insert.into(this);
    }

    public Update<Row> update() {
        return Update.of(this);
    }

    public Delete<Row> delete() {
        return Delete.from(this);
    }

    public Truncate<Row> truncate() {
        return Truncate.of(this);
    }

    /** The table's name, with its schema when it has one. */
    @Override
    public String tableName() {
        return schema().map(schema -> schema.name() + "." + identifier().name()).orElseGet(identifier()::name);
    }

    @Override
    public String label() {
        return tableName();
    }

    @Override
    public String toString() {
        return tableName();
    }
}
