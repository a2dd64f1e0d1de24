/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

/**
 * Whether and how PostgreSQL numbers a column.
 *
 * @since 0.1.0
 */
public record Identity(Kind kind, SequenceOptions options) {

    /** Whether PostgreSQL numbers a column, and whether a statement may give it another number. */
    public enum Kind {
        /** When it is the only column of the key, an integer, without a default and without a foreign key. */
        AUTO,
        ALWAYS,
        BY_DEFAULT,
        NONE
    }

    static final Identity AUTO = of(Kind.AUTO);
    static final Identity NONE = of(Kind.NONE);

    /** Numbered by PostgreSQL alone: no statement may give the column a value. */
    public static Identity always() {
        return of(Kind.ALWAYS);
    }

    /** Numbered by PostgreSQL where a statement gives the column no value. */
    public static Identity byDefault() {
        return of(Kind.BY_DEFAULT);
    }

    private static Identity of(Kind kind) {
        return new Identity(kind, SequenceOptions.PLAIN);
    }

    /** With this first number. */
    public Identity start(long value) {
        return new Identity(kind, options.withStart(value));
    }

    /** By this step from number to number; a negative one counts down. */
    public Identity increment(long value) {
        return new Identity(kind, options.withIncrement(value));
    }

    public Identity minValue(long value) {
        return new Identity(kind, options.withMinValue(value));
    }

    public Identity maxValue(long value) {
        return new Identity(kind, options.withMaxValue(value));
    }

    /** With this many numbers taken by a session at a time. */
    public Identity cache(long value) {
        return new Identity(kind, options.withCache(value));
    }

    /** Begins again at its end, instead of failing. */
    public Identity cycle() {
        return new Identity(kind, options.withCycle());
    }
}
