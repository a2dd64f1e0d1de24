/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A connection of a transaction of Spring's, who will close it: closing this does nothing. */
record HeldConnection(Connection held) implements Connection, Wrapped<Connection> {

    @Override
    public Publisher<Void> close() {
        return Mono.empty();
    }

    /** Not further: what Spring takes for the target is below the driver's connection. */
    @Override
    public Connection unwrap() {
        return held;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return held.beginTransaction();
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return held.beginTransaction(definition);
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return held.commitTransaction();
    }

    @Override
    public Batch createBatch() {
        return held.createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return held.createSavepoint(name);
    }

    @Override
    public Statement createStatement(String sql) {
        return held.createStatement(sql);
    }

    @Override
    public boolean isAutoCommit() {
        return held.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return held.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return held.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return held.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return held.rollbackTransaction();
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return held.rollbackTransactionToSavepoint(name);
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return held.setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return held.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return held.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return held.setTransactionIsolationLevel(isolationLevel);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return held.validate(depth);
    }
}
