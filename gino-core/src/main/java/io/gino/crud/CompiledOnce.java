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

    /** Goes away with the model's class. */
    private final ClassValue<Map<List<?>, Baked<?>>> byClass = new ClassValue<>() {
        @Override
        protected Map<List<?>, Baked<?>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    /** @param statement has parameters in place of values; empty when it cannot be written so */
    Optional<Baked<?>> of(Model<?> model, List<?> columns, Supplier<Optional<? extends Statement<?>>> statement) {
        Map<List<?>, Baked<?>> known = byClass.get(model.type());
        Baked<?> baked = known.get(columns);
        return baked != null ? Optional.of(baked) : statement.get().map(made -> keep(known, columns, Baked.of(made)));
    }

    private static Baked<?> keep(Map<List<?>, Baked<?>> known, List<?> columns, Baked<?> baked) {
        if (known.size() < KEPT) {
            known.put(List.copyOf(columns), baked);
        }
        return baked;
    }
}
