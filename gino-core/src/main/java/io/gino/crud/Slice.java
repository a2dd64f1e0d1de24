/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some of the instances that a query finds.
 *
 * @param next where the next slice begins, as text that a client can keep and that is safe in URLs; empty at the end
 * @since 0.1.0
 */
public record Slice<M>(List<M> items, Optional<String> next) {

    public Slice {
        items = List.copyOf(items);
    }

    public boolean hasNext() {
        return next.isPresent();
    }

    /** The same slice of what the function makes of the instances. */
    public <R> Slice<R> map(Function<? super M, ? extends R> function) {
        return new Slice<>(items.stream().<R>map(function).toList(), next);
    }
}
