/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import java.util.List;
import java.util.function.Function;

/**
 * Some of the instances that a query finds, and where they stand among them.
 *
 * @param number the page's number, counted from 0
 * @param size how many instances a page has; the last may have fewer
 * @param total how many instances there are on all pages
 * @since 0.1.0
 */
public record Page<M>(List<M> items, int number, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** The number of pages. */
    public long pages() {
        return (total + size - 1) / size;
    }

    public boolean hasNext() {
        return number + 1L < pages();
    }

    /** The same page of what the function makes of the instances. */
    public <R> Page<R> map(Function<? super M, ? extends R> function) {
        return new Page<>(items.stream().<R>map(function).toList(), number, size, total);
    }
}
