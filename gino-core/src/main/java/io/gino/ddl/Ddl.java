package io.gino.ddl;

/** One statement that changes the schema of the database. */
public sealed interface Ddl
        permits CreateSchema,
                CreateExtension,
                CreateEnumType,
                CreateDomain,
                CreateSequence,
                OwnSequence,
                CreateView,
                RefreshView,
                DropObject,
                DropIndex,
                CreateTable,
                DropTable,
                CreateIndex,
                AddConstraint,
                DropConstraint,
                CommentOnTable,
                CommentOnColumn {

    void accept(DdlVisitor visitor);
}
