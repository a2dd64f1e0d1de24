/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.sql.Expression;
import io.gino.sql.Identifier;
import io.gino.sql.Precedence;
import io.gino.sql.QualifiedName;
import io.gino.sql.Template;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type of PostgreSQL's with rules for its values, under a name of its own.
 *
 * @since 0.1.0
 */
public record Domain<T>(
        QualifiedName qualifiedName,
        SqlType<T> base,
        boolean nullable,
        Optional<Identifier> collation,
        Optional<Expression<?>> serverDefault,
        List<Check> checks)
        implements DeclaredType<T> {

    public Domain {
        checks = List.copyOf(checks);
    }

    static <T> Domain<T> of(String name, SqlType<T> base) {
        return new Domain<>(QualifiedName.parse(name), base, true, Optional.empty(), Optional.empty(), List.of());
    }

    /** Without NULL. */
    public Domain<T> notNull() {
        return new Domain<>(qualifiedName, base, false, collation, serverDefault, checks);
    }

    /** Sorted by the rules of this collation. */
    public Domain<T> collate(String name) {
        return new Domain<>(qualifiedName, base, nullable, Optional.of(Identifier.of(name)), serverDefault, checks);
    }

    /** The value of columns that have no default of their own. */
    public Domain<T> serverDefault(Expression<? extends T> value) {
        return new Domain<>(qualifiedName, base, nullable, collation, Optional.of(value), checks);
    }

    /** Only values that meet the condition: {@code check(value -> value.like("%@%"))}; the metadata names it. */
    public Domain<T> check(Function<? super Expression<T>, ? extends Expression<Boolean>> condition) {
        return check(new Check(Optional.empty(), condition.apply(value())));
    }

    /** Only values that meet the condition of this name. */
    public Domain<T> check(String name, Function<? super Expression<T>, ? extends Expression<Boolean>> condition) {
        return check(new Check(Optional.of(name), condition.apply(value())));
    }

    private Domain<T> check(Check check) {
        List<Check> more = new ArrayList<>(checks);
        more.add(check);
        return new Domain<>(qualifiedName, base, nullable, collation, serverDefault, more);
    }

    private Expression<T> value() {
        return new Template<>(List.of("VALUE"), List.of(), base, Precedence.ATOM);
    }

    @Override
    public SqlType<T> type() {
        return base.named(qualifiedName.sql());
    }

    @Override
    public Kind kind() {
        return Kind.DOMAIN;
    }
}
