/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows around each row.
 *
 * @param base the declared window that this one continues, or simply is
 * @param partitionBy rows with equal values of these belong together
 * @param frame how far the window reaches; by default from the first row to those equal in order to the current one
 * @since 0.1.0
 */
public record Window(
        Optional<Identifier> base, List<Expression<?>> partitionBy, List<OrderTerm> orderBy, Optional<Frame> frame) {

    /** All rows. */
    public static final Window ALL = new Window(Optional.empty(), List.of(), List.of(), Optional.empty());

    public Window {
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
        if (base.isPresent() && !partitionBy.isEmpty()) {
            throw new StatementException(
                    "A window that continues '" + base.get() + "' has its PARTITION BY from there.");
        }
        if (base.isEmpty() && frame.isPresent()) {
            frame.get().requireOrder(orderBy.size());
        }
    }

    /** The window that the query declares under this name. */
    public static Window named(String name) {
        return new Window(Optional.of(Identifier.of(name)), List.of(), List.of(), Optional.empty());
    }

    /** Called again, the further expressions come after. */
    public Window partitionBy(Expression<?>... expressions) {
        List<Expression<?>> all = new ArrayList<>(partitionBy);
        all.addAll(Arrays.asList(expressions));
        return new Window(base, all, orderBy, frame);
    }

    /** Called again, the further terms come after. */
    public Window orderBy(OrderTerm... terms) {
        List<OrderTerm> all = new ArrayList<>(orderBy);
        all.addAll(Arrays.asList(terms));
        return new Window(base, partitionBy, all, frame);
    }

    public Window frame(Frame reach) {
        return new Window(base, partitionBy, orderBy, Optional.of(reach));
    }

    /** Whether this is a declared window as it is. */
    public boolean isReference() {
        return base.isPresent() && orderBy.isEmpty() && frame.isEmpty();
    }
}
