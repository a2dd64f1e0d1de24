/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Arithmetic;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.Inet;
import io.gino.type.Types;

/**
 * Addresses of hosts and networks: {@code inet} and {@code cidr}.
 *
 * @since 0.1.0
 */
public final class NetworkFunctions {

    private NetworkFunctions() {}

    /** Lies within the network, and is not all of it. */
    public static Condition within(Expression<?> address, Inet network) {
        return new Comparison(Operator.LEFT_OF, address, inet(network));
    }

    /** Lies within the network, or is all of it. */
    public static Condition withinOrEqual(Expression<?> address, Inet network) {
        return withinOrEqual(address, inet(network));
    }

    public static Condition withinOrEqual(Expression<?> address, Expression<?> network) {
        return new Comparison(Operator.WITHIN_OR_EQUAL, address, network);
    }

    /** Holds the address, and more. */
    public static Condition contains(Expression<?> network, Inet address) {
        return new Comparison(Operator.RIGHT_OF, network, inet(address));
    }

    /** Holds the address, or is the same. */
    public static Condition containsOrEqual(Expression<?> network, Inet address) {
        return containsOrEqual(network, inet(address));
    }

    public static Condition containsOrEqual(Expression<?> network, Expression<?> address) {
        return new Comparison(Operator.CONTAINS_OR_EQUAL, network, address);
    }

    /** Holds an address of the other, or lies in it. */
    public static Condition overlaps(Expression<?> network, Inet other) {
        return new Comparison(Operator.OVERLAPS, network, inet(other));
    }

    /** The address so much higher, or lower for a negative number. */
    public static Expression<Inet> plus(Expression<?> address, long number) {
        return new Arithmetic<>(Operator.PLUS, address, Sql.value(Types.BIGINT, number), Types.INET);
    }

    /** How many addresses this one is behind the other. */
    public static Expression<Long> distance(Expression<?> address, Expression<?> other) {
        return new Arithmetic<>(Operator.MINUS, address, other, Types.BIGINT);
    }

    /** The address alone, as text. */
    public static Expression<String> host(Expression<?> address) {
        return Sql.function("host", Types.TEXT, address);
    }

    /** As short as it can be written. */
    public static Expression<String> abbreviated(Expression<?> address) {
        return Sql.function("abbrev", Types.TEXT, address);
    }

    /** 4 or 6. */
    public static Expression<Integer> family(Expression<?> address) {
        return Sql.function("family", Types.INTEGER, address);
    }

    /** How many of its first bits name the network. */
    public static Expression<Integer> masklen(Expression<?> address) {
        return Sql.function("masklen", Types.INTEGER, address);
    }

    /** The same address with so many first bits that name the network. */
    public static Expression<Inet> withMasklen(Expression<Inet> address, int bits) {
        return Sql.function("set_masklen", address.type(), address, Sql.value(Types.INTEGER, bits));
    }

    public static Expression<Inet> netmask(Expression<?> address) {
        return Sql.function("netmask", Types.INET, address);
    }

    /** The part of the address that is the host's own. */
    public static Expression<Inet> hostmask(Expression<?> address) {
        return Sql.function("hostmask", Types.INET, address);
    }

    /** The network that the address is of. */
    public static Expression<Inet> network(Expression<?> address) {
        return Sql.function("network", Types.CIDR, address);
    }

    /** The last address of its network. */
    public static Expression<Inet> broadcast(Expression<?> address) {
        return Sql.function("broadcast", Types.INET, address);
    }

    /** The smallest network that holds both. */
    public static Expression<Inet> merge(Expression<?> address, Expression<?> other) {
        return Sql.function("inet_merge", Types.CIDR, address, other);
    }

    private static Expression<Inet> inet(Inet address) {
        return Sql.value(Types.INET, Arguments.required(address));
    }
}
