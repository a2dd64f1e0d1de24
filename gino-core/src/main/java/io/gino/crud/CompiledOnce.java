/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.compile.Baked;
import io.gino.model.Model;
import io.gino.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Statements of models that differ by the set of columns which they write, each compiled once. Thread-safe. */
final class CompiledOnce {

    /** More sets of columns than this are compiled each time. */
    private static final int KEPT = 64;

    /** Empty for what must be compiled each time. Goes away with the model's class. */
    private final ClassValue<Map<List<?>, Optional<Baked<?>>>> byClass = new ClassValue<>() {
        @Override
        protected Map<List<?>, Optional<Baked<?>>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    /**
     * What was compiled; empty where the statement has values of its own beside its parameters, since those may be others
     * the next time, as what a client gives a column by default or with each update.
     *
     * @param statement has parameters in place of values
     */
    Optional<Baked<?>> of(Model<?> model, List<?> columns, Supplier<? extends Statement<?>> statement) {
        Map<List<?>, Optional<Baked<?>>> known = byClass.get(model.type());
        Optional<Baked<?>> baked = known.get(columns);
        return baked != null ? baked : keep(known, columns, Baked.of(statement.get()));
    }

    private static Optional<Baked<?>> keep(Map<List<?>, Optional<Baked<?>>> known, List<?> columns, Baked<?> made) {
        Optional<Baked<?>> baked = made.hasValues() ? Optional.empty() : Optional.of(made);
        if (known.size() < KEPT) {
            known.put(List.copyOf(columns), baked);
        }
        return baked;
    }
}
