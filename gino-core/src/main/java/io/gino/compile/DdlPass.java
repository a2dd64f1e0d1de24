package io.gino.compile;

import io.gino.ddl.AddConstraint;
import io.gino.ddl.CommentOnColumn;
import io.gino.ddl.CommentOnTable;
import io.gino.ddl.CreateIndex;
import io.gino.ddl.CreateSchema;
import io.gino.ddl.CreateTable;
import io.gino.ddl.DdlVisitor;
import io.gino.ddl.DropConstraint;
import io.gino.ddl.DropTable;
import io.gino.schema.Column;
import io.gino.schema.Index;
import io.gino.sql.Identifier;
import java.util.List;
import java.util.Map;

/** Writes DDL, statement by statement. Single-use. */
final class DdlPass extends TablePass implements DdlVisitor {

    DdlPass(SqlBuffer out) {
        super(out);
    }

    @Override
    public void createSchema(CreateSchema create) {
        out.append("CREATE SCHEMA ")
                .append(create.ifNotExists() ? "IF NOT EXISTS " : "")
                .append(create.name());
    }

    @Override
    public void createTable(CreateTable create) {
        of(create.table());
        out.append("CREATE TABLE ").append(create.table()).append(" (");
        out.list(create.table().columns(), this::definition);
        create.constraints().forEach(constraint -> {
            out.append(", ");
            constraint(constraint);
        });
        out.append(")");
    }

    @Override
    public void dropTable(DropTable drop) {
        out.append("DROP TABLE ").append(drop.ifExists() ? "IF EXISTS " : "").append(drop.table());
    }

    @Override
    public void createIndex(CreateIndex create) {
        Index index = create.index();
        of(create.table());
        out.append(index.uniqueness() == Index.Uniqueness.NOT_UNIQUE ? "CREATE INDEX " : "CREATE UNIQUE INDEX ");
        out.append(create.name()).append(" ON ").append(create.table());
        index.method().ifPresent(method -> out.append(" USING ").append(Identifier.of(method)));
        out.append(" (");
        out.list(index.elements(), this::element);
        out.append(")");
        include(index.include());
        out.append(index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT ? " NULLS NOT DISTINCT" : "");
        settings(index.settings());
        index.where().ifPresent(where -> {
            out.append(" WHERE ");
            write(where);
        });
    }

    private void settings(Map<String, Object> settings) {
        if (!settings.isEmpty()) {
            out.append(" WITH (");
            out.list(List.copyOf(settings.entrySet()), setting -> {
                Object value = setting.getValue();
                out.append(Identifier.of(setting.getKey())).append(" = ");
                out.append(value instanceof String text ? Literals.quote(text) : value.toString());
            });
            out.append(")");
        }
    }

    @Override
    public void addConstraint(AddConstraint add) {
        of(add.table());
        out.append("ALTER TABLE ").append(add.table()).append(" ADD ");
        constraint(add.constraint());
    }

    @Override
    public void dropConstraint(DropConstraint drop) {
        out.append("ALTER TABLE ").append(drop.table()).append(" DROP CONSTRAINT ");
        out.append(drop.ifExists() ? "IF EXISTS " : "").append(drop.name());
    }

    @Override
    public void commentOnTable(CommentOnTable comment) {
        out.append("COMMENT ON TABLE ").append(comment.table());
        out.append(" IS ").append(Literals.quote(comment.text()));
    }

    @Override
    public void commentOnColumn(CommentOnColumn comment) {
        Column<?> column = comment.column();
        out.append("COMMENT ON COLUMN ").append(column.table()).append(".").append(column.identifier());
        out.append(" IS ").append(Literals.quote(comment.text()));
    }
}
