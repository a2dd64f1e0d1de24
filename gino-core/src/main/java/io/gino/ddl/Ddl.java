/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

/**
 * One statement that changes the schema of the database.
 *
 * @since 0.1.0
 */
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
