/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.LoadException;
import io.gino.sql.ColumnClause;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.Operator;
import io.gino.sql.OrderTerm;
import io.gino.sql.Reference;
import io.gino.sql.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A collection of what is related to each row. PostgreSQL gathers it into one value of the parent's row, so that rows
 * stay one for each parent, however many collections there are; {@link #separately()}, a second statement brings it.
 *
 * @param <C> what the collection holds
 * @since 0.1.0
 */
public final class Many<C> extends Part<List<C>> {

    private final Loader<C> loader;
    private final Condition where;
    private final List<OrderTerm> orderBy;
    private final OptionalLong limit;
    private final boolean isSeparate;

    private Many(Loader<C> loader, Condition where, List<OrderTerm> orderBy, OptionalLong limit, boolean isSeparate) {
        this.loader = loader;
        this.where = where;
        this.orderBy = List.copyOf(orderBy);
        this.limit = limit;
        this.isSeparate = isSeparate;
        if (isSeparate && limit.isPresent()) {
            throw new LoadException("A collection cannot be limited for each parent when it is loaded separately():"
                    + " that statement brings those of all parents. Leave one of the two out.");
        }
    }

    static <C> Many<C> of(Loader<C> loader) {
        return new Many<>(loader, Condition.none(), List.of(), OptionalLong.empty(), false);
    }

    /** Only what meets the condition; called again, both. */
    public Many<C> where(Expression<Boolean> condition) {
        return new Many<>(loader, where.and(condition), orderBy, limit, isSeparate);
    }

    /** The order within the collection; called again, the further terms come after. */
    public Many<C> orderBy(OrderTerm... terms) {
        List<OrderTerm> more = new ArrayList<>(orderBy);
        more.addAll(Arrays.asList(terms));
        return new Many<>(loader, where, more, limit, isSeparate);
    }

    /** At most this many for each parent. */
    public Many<C> limit(long number) {
        return new Many<>(loader, where, orderBy, OptionalLong.of(number), isSeparate);
    }

    /**
     * By a second statement, for all parents at once. Worth it where rows are wide and many: they are read as any rows
     * are, while PostgreSQL writes and this library reads text when it gathers them.
     */
    public Many<C> separately() {
        return new Many<>(loader, where, orderBy, limit, true);
    }

    @Override
    Branch<List<C>> under(FromItem parent) {
        Origin origin = loader.root().origin();
        Condition on = origin.on().orElseGet(() -> foreignKey(origin.joint(), parent));
        return isSeparate
                ? Separate.of(loader, on, parent, select -> narrow(select))
                : Gathered.of(loader, select -> limited(narrow(select.where(on))));
    }

    /** The one foreign key that leads from the related table to the parent's, whatever leads back. */
    private static Condition foreignKey(FromItem related, FromItem parent) {
        List<Reference> keys = related.references().stream()
                .filter(reference -> reference.targetTable().equals(parent.tableName()))
                .toList();
        return keys.size() == 1
                ? condition(keys.get(0), parent)
                : related.join(parent).on();
    }

    private static Condition condition(Reference key, FromItem parent) {
        List<Expression<Boolean>> terms = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            ColumnClause<?> target = parent.column(key.targetColumns().get(i));
            terms.add(new Comparison(Operator.EQ, key.columns().get(i), target));
        }
        return Condition.and(terms);
    }

    private <R> Select<R> narrow(Select<R> select) {
        Select<R> visible = loader.filtered(select);
        return (where.equals(Condition.none()) ? visible : visible.where(where)).orderBy(orderBy);
    }

    private <R> Select<R> limited(Select<R> select) {
        return limit.isPresent() ? select.limit(limit.getAsLong()) : select;
    }
}
