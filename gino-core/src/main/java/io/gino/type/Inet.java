/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import io.gino.error.StatementException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * PostgreSQL's {@code inet} and {@code cidr}: an address, and how many of its first bits name the network.
 *
 * @param prefix all bits, 32 or 128, for a single host
 * @since 0.1.0
 */
public record Inet(InetAddress address, int prefix) {

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    public Inet {
        Objects.requireNonNull(address, "An Inet needs its address");
        int bits = bits(address);
        if (prefix < 0 || prefix > bits) {
            throw new StatementException(
                    "The prefix of " + address.getHostAddress() + " goes from 0 to " + bits + "; got " + prefix + ".");
        }
    }

    /** A single host. */
    public static Inet of(InetAddress address) {
        return new Inet(address, bits(address));
    }

    /**
     * Reads an address with or without a prefix, such as {@code 10.0.0.1/8}. No name is ever looked up.
     *
     * @throws StatementException when it is none
     */
    public static Inet parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
            return slash < 0 ? of(address) : new Inet(address, Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException | NumberFormatException e) {
            throw new StatementException("'" + text + "' is no IP address, with or without a prefix length.", e);
        }
    }

    private static InetAddress address(String text) throws UnknownHostException {
        boolean six = IPV6.matcher(text).matches();
        if (!six && !IPV4.matcher(text).matches()) {
            throw new UnknownHostException("Neither IPv4 nor IPv6");
        }
        InetAddress address = InetAddress.getByName(text); // an address: nothing is looked up
        return six ? six(address.getAddress()) : address;
    }

    /** The IPv6 address as itself, where Java would make IPv4 of one such as {@code ::ffff:10.0.0.1}. */
    private static InetAddress six(byte[] bytes) throws UnknownHostException {
        byte[] all = new byte[16];
        Arrays.fill(all, 10, 12, (byte) 0xff);
        System.arraycopy(bytes, 0, all, all.length - bytes.length, bytes.length);
        return Inet6Address.getByAddress(null, all, -1);
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * 8;
    }

    /** The address, which must be that of a single host. */
    InetAddress host() {
        if (prefix != bits(address)) {
            throw new LoadException("The address has a prefix length, so it is no InetAddress alone. Read it with the"
                    + " type INET instead.");
        }
        return address;
    }

    /** As PostgreSQL reads it, without the prefix of a single host. */
    @Override
    public String toString() {
        String host = address.getHostAddress();
        int scope = host.indexOf('%');
        return (scope < 0 ? host : host.substring(0, scope)) + (prefix == bits(address) ? "" : "/" + prefix);
    }
}
