package io.gino.engine;

import org.jspecify.annotations.Nullable;

/** A transaction under way, or a nested one, which is a savepoint. Single-use. */
public final class Transaction {

    private final GinoConnection connection;
    private final @Nullable Transaction outer;
    private final int depth;

    Transaction(GinoConnection connection, @Nullable Transaction outer, int depth) {
        this.connection = connection;
        this.outer = outer;
        this.depth = depth;
    }

    /** The connection that the transaction runs on. */
    public GinoConnection connection() {
        return connection;
    }

    @Nullable
    Transaction outer() {
        return outer;
    }

    /** 0 for a transaction, 1 and more for savepoints inside it. */
    int depth() {
        return depth;
    }

    String savepoint() {
        return "gino_" + depth;
    }
}
