/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.Selectable;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in SQL. A null given to a comparison never disappears: it becomes {@code IS NULL} or {@code IS NOT NULL} where
 * that is what it means, and is refused elsewhere.
 *
 * @param <T> the Java type of the value
 * @since 0.1.0
 */
public sealed interface Expression<T> extends Selectable<T>, OrderTerm, GroupTerm
        permits Condition,
                ColumnClause,
                Bind,
                Parameter,
                Literal,
                Arithmetic,
                FunctionCall,
                Aggregate,
                Over,
                Cast,
                Case,
                Label,
                ScalarQuery,
                Template,
                JsonField,
                JsonMerge {

    void accept(ExpressionVisitor visitor);

    /** How tightly this binds when it stands inside another expression. */
    default Precedence precedence() {
        return Precedence.ATOM;
    }

    @Override
    default String resultName() {
        return "?column?";
    }

    /** Equal; of null, {@code IS NULL}. */
    default Condition eq(@Nullable T value) {
        return value == null ? isNull() : compare(Operator.EQ, value);
    }

    default Condition eq(Expression<? extends T> other) {
        return new Comparison(Operator.EQ, this, other);
    }

    default Condition eq(Quantified<? extends T> several) {
        return several.compared(this, Operator.EQ);
    }

    /** Equal to the value, or no condition at all when there is none. */
    default Condition eqIfPresent(Optional<? extends T> value) {
        return value.<Condition>map(v -> compare(Operator.EQ, v)).orElseGet(Condition::none);
    }

    /** Not equal; of null, {@code IS NOT NULL}. */
    default Condition ne(@Nullable T value) {
        return value == null ? isNotNull() : compare(Operator.NE, value);
    }

    default Condition ne(Expression<? extends T> other) {
        return new Comparison(Operator.NE, this, other);
    }

    default Condition ne(Quantified<? extends T> several) {
        return several.compared(this, Operator.NE);
    }

    default Condition lt(T value) {
        return compare(Operator.LT, value);
    }

    default Condition lt(Expression<? extends T> other) {
        return new Comparison(Operator.LT, this, other);
    }

    default Condition lt(Quantified<? extends T> several) {
        return several.compared(this, Operator.LT);
    }

    default Condition le(T value) {
        return compare(Operator.LE, value);
    }

    default Condition le(Expression<? extends T> other) {
        return new Comparison(Operator.LE, this, other);
    }

    default Condition le(Quantified<? extends T> several) {
        return several.compared(this, Operator.LE);
    }

    default Condition gt(T value) {
        return compare(Operator.GT, value);
    }

    default Condition gt(Expression<? extends T> other) {
        return new Comparison(Operator.GT, this, other);
    }

    default Condition gt(Quantified<? extends T> several) {
        return several.compared(this, Operator.GT);
    }

    default Condition ge(T value) {
        return compare(Operator.GE, value);
    }

    default Condition ge(Expression<? extends T> other) {
        return new Comparison(Operator.GE, this, other);
    }

    default Condition ge(Quantified<? extends T> several) {
        return several.compared(this, Operator.GE);
    }

    /** Equal, where NULL equals NULL. */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return new Comparison(Operator.IS_NOT_DISTINCT_FROM, this, new Bind<>(type(), value));
    }

    default Condition isNotDistinctFrom(Expression<? extends T> other) {
        return new Comparison(Operator.IS_NOT_DISTINCT_FROM, this, other);
    }

    /** Different, where NULL differs from every value but NULL. */
    default Condition isDistinctFrom(@Nullable T value) {
        return new Comparison(Operator.IS_DISTINCT_FROM, this, new Bind<>(type(), value));
    }

    default Condition isDistinctFrom(Expression<? extends T> other) {
        return new Comparison(Operator.IS_DISTINCT_FROM, this, other);
    }

    default Condition between(T low, T high) {
        return new Between(this, bind(low), bind(high), false);
    }

    default Condition between(Expression<? extends T> low, Expression<? extends T> high) {
        return new Between(this, low, high, false);
    }

    /** Between the two, whichever of them is the greater. */
    default Condition betweenSymmetric(T one, T other) {
        return new Between(this, bind(one), bind(other), true);
    }

    default Condition betweenSymmetric(Expression<? extends T> one, Expression<? extends T> other) {
        return new Between(this, one, other, true);
    }

    default Condition isNull() {
        return new NullTest(this, true);
    }

    default Condition isNotNull() {
        return new NullTest(this, false);
    }

    /** One of the values, sent as one array; of none, false. A null among them means {@code IS NULL}. */
    default Condition in(Collection<? extends @Nullable T> values) {
        return In.values(this, values, false);
    }

    /** One of the values; see {@link #in(Collection)}. */
    @SuppressWarnings("unchecked")
    default Condition in(T first, T... others) {
        return in(In.list(first, others));
    }

    default Condition in(Query<? extends T> query) {
        return new InQuery<>(this, query, false);
    }

    /** None of the values, sent as one array; of none, true. A null among them means {@code IS NOT NULL}. */
    default Condition notIn(Collection<? extends @Nullable T> values) {
        return In.values(this, values, true);
    }

    /** None of the values; see {@link #notIn(Collection)}. */
    @SuppressWarnings("unchecked")
    default Condition notIn(T first, T... others) {
        return notIn(In.list(first, others));
    }

    default Condition notIn(Query<? extends T> query) {
        return new InQuery<>(this, query, true);
    }

    /** Matches the pattern, in which {@code %} and {@code _} are wildcards and a backslash takes their meaning away. */
    default Condition like(String pattern) {
        return text(Operator.LIKE, pattern);
    }

    default Condition notLike(String pattern) {
        return text(Operator.NOT_LIKE, pattern);
    }

    /** Like {@link #like}, letter case apart. */
    default Condition ilike(String pattern) {
        return text(Operator.ILIKE, pattern);
    }

    default Condition notIlike(String pattern) {
        return text(Operator.NOT_ILIKE, pattern);
    }

    /** Begins with exactly this text: no character of it is a wildcard. */
    default Condition startsWith(String prefix) {
        return like(LikePattern.escape(prefix) + "%");
    }

    default Condition endsWith(String suffix) {
        return like("%" + LikePattern.escape(suffix));
    }

    /** Holds exactly this text somewhere: no character of it is a wildcard. */
    default Condition contains(String part) {
        return like("%" + LikePattern.escape(part) + "%");
    }

    /** Like {@link #contains}, letter case apart. */
    default Condition containsIgnoreCase(String part) {
        return ilike("%" + LikePattern.escape(part) + "%");
    }

    /** The sum; the number must fit this expression's type exactly. */
    default Expression<T> plus(Number value) {
        return new Arithmetic<>(Operator.PLUS, this, number(value), type());
    }

    default Expression<T> plus(Expression<? extends T> other) {
        return new Arithmetic<>(Operator.PLUS, this, other, type());
    }

    default Expression<T> minus(Number value) {
        return new Arithmetic<>(Operator.MINUS, this, number(value), type());
    }

    default Expression<T> minus(Expression<? extends T> other) {
        return new Arithmetic<>(Operator.MINUS, this, other, type());
    }

    default Expression<T> times(Number value) {
        return new Arithmetic<>(Operator.TIMES, this, number(value), type());
    }

    default Expression<T> times(Expression<? extends T> other) {
        return new Arithmetic<>(Operator.TIMES, this, other, type());
    }

    default Expression<T> dividedBy(Number value) {
        return new Arithmetic<>(Operator.DIVIDE, this, number(value), type());
    }

    default Expression<T> dividedBy(Expression<? extends T> other) {
        return new Arithmetic<>(Operator.DIVIDE, this, other, type());
    }

    default Expression<T> modulo(Number value) {
        return new Arithmetic<>(Operator.MODULO, this, number(value), type());
    }

    default Expression<T> modulo(Expression<? extends T> other) {
        return new Arithmetic<>(Operator.MODULO, this, other, type());
    }

    /** The two values one after the other: texts, arrays or JSON documents. */
    default Expression<T> concat(T value) {
        return new Arithmetic<>(Operator.CONCAT, this, bind(value), type());
    }

    default Expression<T> concat(Expression<? extends T> other) {
        return new Arithmetic<>(Operator.CONCAT, this, other, type());
    }

    default <V> Expression<V> cast(SqlType<V> target) {
        return new Cast<>(this, target);
    }

    /** This value under a name of its own in the result. */
    default Label<T> as(String name) {
        return new Label<>(this, Identifier.of(name));
    }

    default Ordering asc() {
        return new Ordering(this, Ordering.Direction.ASC, Ordering.Nulls.DEFAULT);
    }

    default Ordering desc() {
        return new Ordering(this, Ordering.Direction.DESC, Ordering.Nulls.DEFAULT);
    }

    private Bind<T> bind(T value) {
        return Bind.required(type(), value);
    }

    private Bind<T> number(Number value) {
        return new Bind<>(type(), type().convert(Bind.requireValue(value)));
    }

    private Condition compare(Operator operator, T value) {
        return new Comparison(operator, this, bind(value));
    }

    private Condition text(Operator operator, String pattern) {
        return new Comparison(operator, this, Bind.required(Types.TEXT, pattern));
    }
}
