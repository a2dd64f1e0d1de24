/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.sql.Expression;
import io.gino.sql.QualifiedName;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.Optional;

/**
 * Numbers one after the other, each given out once.
 *
 * @param type how large they get; empty for {@code bigint}
 * @param owner the column with which it is dropped
 * @since 0.1.0
 */
public record Sequence(
        QualifiedName qualifiedName,
        Optional<SqlType<?>> type,
        SequenceOptions options,
        Optional<ForeignKey.Target> owner)
        implements SchemaObject {

    static Sequence of(String name) {
        return new Sequence(QualifiedName.parse(name), Optional.empty(), SequenceOptions.PLAIN, Optional.empty());
    }

    private Sequence with(SequenceOptions changed) {
        return new Sequence(qualifiedName, type, changed, owner);
    }

    /** With numbers of this type: {@code SMALLINT}, {@code INTEGER} or {@code BIGINT}. */
    public Sequence as(SqlType<?> numbers) {
        return new Sequence(qualifiedName, Optional.of(numbers), options, owner);
    }

    /** With this first number. */
    public Sequence start(long value) {
        return with(options.withStart(value));
    }

    /** By this step from number to number; a negative one counts down. */
    public Sequence increment(long value) {
        return with(options.withIncrement(value));
    }

    public Sequence minValue(long value) {
        return with(options.withMinValue(value));
    }

    public Sequence maxValue(long value) {
        return with(options.withMaxValue(value));
    }

    /** With this many numbers taken by a session at a time. */
    public Sequence cache(long value) {
        return with(options.withCache(value));
    }

    /** Begins again at its end, instead of failing. */
    public Sequence cycle() {
        return with(options.withCycle());
    }

    /** Dropped together with {@code table.column} or {@code schema.table.column}. */
    public Sequence ownedBy(String column) {
        return new Sequence(qualifiedName, type, options, Optional.of(ForeignKey.Target.parse(column)));
    }

    /** The next number, as a column's default say: {@code serverDefault(sequence.next())}. */
    public Expression<Long> next() {
        return function("nextval");
    }

    /** The number that this session was given last. */
    public Expression<Long> current() {
        return function("currval");
    }

    private Expression<Long> function(String name) {
        return Sql.function(name, Types.BIGINT, Sql.literal(Types.other("regclass"), qualifiedName.sql()));
    }

    @Override
    public Kind kind() {
        return Kind.SEQUENCE;
    }
}
