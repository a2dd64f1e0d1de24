/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

/**
 * One method per kind of statement; a new kind breaks every visitor until it has an answer.
 *
 * @since 0.1.0
 */
public interface DdlVisitor {

    void createSchema(CreateSchema create);

    void createExtension(CreateExtension create);

    void createEnumType(CreateEnumType create);

    void createDomain(CreateDomain create);

    void createSequence(CreateSequence create);

    void ownSequence(OwnSequence own);

    void createView(CreateView create);

    void refreshView(RefreshView refresh);

    void dropObject(DropObject drop);

    void dropIndex(DropIndex drop);

    void createTable(CreateTable create);

    void dropTable(DropTable drop);

    void createIndex(CreateIndex create);

    void addConstraint(AddConstraint add);

    void dropConstraint(DropConstraint drop);

    void commentOnTable(CommentOnTable comment);

    void commentOnColumn(CommentOnColumn comment);
}
