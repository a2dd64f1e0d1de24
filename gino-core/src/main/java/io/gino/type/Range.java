/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.StatementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's range: every value between two bounds, each of them part of it or not, or missing. PostgreSQL writes
 * ranges of whole numbers and of days in one way only, with the lower bound and without the upper one: {@code [1,5]}
 * comes back as {@code [1,6)}. Equal when the bounds are.
 *
 * @param <T> the Java type of the bounds
 * @since 0.1.0
 */
public final class Range<T> {

    private static final Range<?> EMPTY = new Range<>(true, null, false, null, false);
    private static final Range<?> ALL = new Range<>(false, null, false, null, false);

    private final boolean empty;
    private final @Nullable T lower;
    private final boolean lowerIncluded;
    private final @Nullable T upper;
    private final boolean upperIncluded;

    private Range(boolean empty, @Nullable T lower, boolean lowerIncluded, @Nullable T upper, boolean upperIncluded) {
        this.empty = empty;
        this.lower = lower;
        this.lowerIncluded = lowerIncluded;
        this.upper = upper;
        this.upperIncluded = upperIncluded;
    }

    /** From {@code lower} to {@code upper}, both included: {@code [lower,upper]}. */
    public static <T> Range<T> closed(T lower, T upper) {
        return of(required(lower), true, required(upper), true);
    }

    /** From {@code lower} to before {@code upper}: {@code [lower,upper)}. */
    public static <T> Range<T> closedOpen(T lower, T upper) {
        return of(required(lower), true, required(upper), false);
    }

    /** From after {@code lower} to {@code upper}: {@code (lower,upper]}. */
    public static <T> Range<T> openClosed(T lower, T upper) {
        return of(required(lower), false, required(upper), true);
    }

    /** Between the two, without either: {@code (lower,upper)}. */
    public static <T> Range<T> open(T lower, T upper) {
        return of(required(lower), false, required(upper), false);
    }

    /** {@code lower} and all above it. */
    public static <T> Range<T> atLeast(T lower) {
        return of(required(lower), true, null, false);
    }

    /** All above {@code lower}. */
    public static <T> Range<T> greaterThan(T lower) {
        return of(required(lower), false, null, false);
    }

    /** {@code upper} and all below it. */
    public static <T> Range<T> atMost(T upper) {
        return of(null, false, required(upper), true);
    }

    /** All below {@code upper}. */
    public static <T> Range<T> lessThan(T upper) {
        return of(null, false, required(upper), false);
    }

    /** Every value. */
    @SuppressWarnings("unchecked") // it holds no T
    public static <T> Range<T> all() {
        return (Range<T>) ALL;
    }

    /** No value at all. */
    @SuppressWarnings("unchecked") // it holds no T
    public static <T> Range<T> empty() {
        return (Range<T>) EMPTY;
    }

    /** A range of these bounds; a bound that is null is missing. */
    static <T> Range<T> of(@Nullable T lower, boolean lowerIncluded, @Nullable T upper, boolean upperIncluded) {
        if (lower != null && upper != null && isAfter(lower, upper)) {
            throw new StatementException(
                    "The lower bound of a range must not be above the upper one; got " + lower + " and " + upper + ".");
        }
        return new Range<>(false, lower, lowerIncluded, upper, upperIncluded);
    }

    @SuppressWarnings("unchecked") // two values of one type
    private static boolean isAfter(Object lower, Object upper) {
        return lower instanceof Comparable<?> comparable
                && lower.getClass() == upper.getClass()
                && ((Comparable<Object>) comparable).compareTo(upper) > 0;
    }

    private static <T> T required(T bound) {
        return Objects.requireNonNull(bound, "A range has no null bounds; use atLeast(…), atMost(…) or all()");
    }

    /** The bound below, if there is one. */
    public Optional<T> lower() {
        return Optional.ofNullable(lower);
    }

    /** The bound above, if there is one. */
    public Optional<T> upper() {
        return Optional.ofNullable(upper);
    }

    /** Whether there is a lower bound that is part of the range. */
    public boolean lowerIncluded() {
        return lowerIncluded;
    }

    /** Whether there is an upper bound that is part of the range. */
    public boolean upperIncluded() {
        return upperIncluded;
    }

    /** Whether no value is in it. */
    public boolean isEmpty() {
        return empty;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Range<?> range
                && empty == range.empty
                && lowerIncluded == range.lowerIncluded
                && upperIncluded == range.upperIncluded
                && Objects.equals(lower, range.lower)
                && Objects.equals(upper, range.upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(empty, lower, lowerIncluded, upper, upperIncluded);
    }

    /** As PostgreSQL writes it: {@code [1,5)}. */
    @Override
    public String toString() {
        return empty
                ? "empty"
                : (lowerIncluded ? "[" : "(")
                        + lower().map(Object::toString).orElse("")
                        + ","
                        + upper().map(Object::toString).orElse("")
                        + (upperIncluded ? "]" : ")");
    }
}
