/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.ddl.AddConstraint;
import io.gino.ddl.CommentOnColumn;
import io.gino.ddl.CommentOnTable;
import io.gino.ddl.CreateDomain;
import io.gino.ddl.CreateEnumType;
import io.gino.ddl.CreateExtension;
import io.gino.ddl.CreateIndex;
import io.gino.ddl.CreateSchema;
import io.gino.ddl.CreateSequence;
import io.gino.ddl.CreateTable;
import io.gino.ddl.CreateView;
import io.gino.ddl.DdlVisitor;
import io.gino.ddl.DropConstraint;
import io.gino.ddl.DropIndex;
import io.gino.ddl.DropObject;
import io.gino.ddl.DropTable;
import io.gino.ddl.OwnSequence;
import io.gino.ddl.RefreshView;
import io.gino.schema.Column;
import io.gino.schema.Domain;
import io.gino.schema.Extension;
import io.gino.schema.Index;
import io.gino.schema.PartitionOf;
import io.gino.schema.SchemaObject;
import io.gino.schema.Sequence;
import io.gino.schema.Table;
import io.gino.schema.View;
import io.gino.sql.Identifier;
import io.gino.sql.Precedence;
import io.gino.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public void createExtension(CreateExtension create) {
        Extension extension = create.extension();
        out.append("CREATE EXTENSION IF NOT EXISTS ").append(extension.name());
        extension.schema().ifPresent(schema -> out.append(" SCHEMA ").append(schema));
        extension.version().ifPresent(version -> out.append(" VERSION ").append(Literals.quote(version)));
        out.append(extension.isCascading() ? " CASCADE" : "");
    }

    @Override
    public void createEnumType(CreateEnumType create) {
        out.append("CREATE TYPE ").append(create.type().qualifiedName().sql()).append(" AS ENUM (");
        out.list(create.type().labels(), label -> out.append(Literals.quote(label)));
        out.append(")");
    }

    @Override
    public void createDomain(CreateDomain create) {
        Domain<?> domain = create.domain();
        out.append("CREATE DOMAIN ").append(domain.qualifiedName().sql());
        out.append(" AS ").append(domain.base().name());
        domain.collation().ifPresent(collation -> out.append(" COLLATE ").append(collation));
        domain.serverDefault().ifPresent(value -> {
            out.append(" DEFAULT ");
            operand(value, Precedence.UNARY);
        });
        out.append(domain.nullable() ? "" : " NOT NULL");
        create.checks().forEach(check -> {
            out.append(" ");
            constraint(check);
        });
    }

    @Override
    public void createSequence(CreateSequence create) {
        Sequence sequence = create.sequence();
        out.append("CREATE SEQUENCE ").append(sequence.qualifiedName().sql());
        sequence.type().ifPresent(type -> out.append(" AS ").append(type.name()));
        words(sequence.options()).forEach(word -> out.append(" ").append(word));
    }

    @Override
    public void ownSequence(OwnSequence own) {
        out.append("ALTER SEQUENCE ").append(own.sequence().qualifiedName().sql());
        out.append(" OWNED BY ")
                .append(own.owner().table())
                .append(".")
                .append(own.owner().identifier());
    }

    /** With the names of its columns: PostgreSQL may call what the query selects by others than we do. */
    @Override
    public void createView(CreateView create) {
        View view = create.view();
        out.append(view.isMaterialized() ? "CREATE MATERIALIZED VIEW " : "CREATE VIEW ");
        out.append(view).append(" (");
        out.list(view.columns(), column -> out.append(column.identifier()));
        out.append(") AS ");
        SqlBuffer query = SqlBuffer.ofLiterals();
        new StatementPass(query).statement(view.query());
        out.append(query.text());
    }

    @Override
    public void refreshView(RefreshView refresh) {
        out.append(refresh.isConcurrent() ? "REFRESH MATERIALIZED VIEW CONCURRENTLY " : "REFRESH MATERIALIZED VIEW ");
        out.append(refresh.view());
    }

    @Override
    public void dropObject(DropObject drop) {
        out.append("DROP ").append(noun(drop.object())).append(drop.ifExists() ? " IF EXISTS " : " ");
        out.append(drop.object().qualifiedName().sql());
    }

    private static String noun(SchemaObject object) {
        return switch (object.kind()) {
            case SCHEMA, EXTENSION, DOMAIN, SEQUENCE, TABLE -> object.kind().name();
            case ENUM_TYPE -> "TYPE";
            case VIEW -> object instanceof View view && view.isMaterialized() ? "MATERIALIZED VIEW" : "VIEW";
        };
    }

    @Override
    public void dropIndex(DropIndex drop) {
        out.append(drop.isConcurrent() ? "DROP INDEX CONCURRENTLY " : "DROP INDEX ");
        out.append(new QualifiedName(drop.table().schema(), drop.name()).sql());
    }

    @Override
    public void createTable(CreateTable create) {
        Table table = create.table();
        of(table);
        out.append("CREATE TABLE ").append(table);
        Optional<PartitionOf> partition = table.partitionOf();
        partition.ifPresent(member -> out.append(" PARTITION OF ").append(member.parent()));
        List<Column<?>> columns = partition.isPresent() ? List.of() : table.columns();
        if (!columns.isEmpty() || !create.constraints().isEmpty()) {
            out.append(" (");
            out.list(columns, this::definition);
            out.append(columns.isEmpty() || create.constraints().isEmpty() ? "" : ", ");
            out.list(create.constraints(), this::constraint);
            out.append(")");
        }
        partition.flatMap(PartitionOf::bounds).ifPresent(this::bounds);
        table.partitionBy().ifPresent(this::partitionBy);
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
        out.append(create.isConcurrent() ? "CONCURRENTLY " : "");
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
