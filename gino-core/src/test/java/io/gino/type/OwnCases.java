/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.List;

/** Addresses, bits, money, points, and types that the application makes itself. */
final class OwnCases {

    enum Mood {
        CALM,
        VERY_WILD {
            @Override
            public String toString() {
                return "wild!";
            }
        }
    }

    record Email(String address) {}

    private static final String MOOD = "CREATE TYPE mood AS ENUM ('CALM', 'VERY_WILD')";

    private OwnCases() {}

    static List<TypeCase<?>> all() {
        return List.of(
                TypeCase.of(
                        Types.INET,
                        Inet.parse("0.0.0.0"),
                        Inet.parse("10.0.0.1/8"),
                        Inet.parse("::1"),
                        Inet.parse("::ffff:10.0.0.1"),
                        Inet.parse("fe80::1/10")),
                TypeCase.of(Types.CIDR, Inet.parse("10.0.0.0/8"), Inet.parse("10.0.0.1"), Inet.parse("2001:db8::/32")),
                TypeCase.of(Types.INET_ADDRESS, address("192.168.1.5"), address("2001:db8::1")),
                TypeCase.of(Types.MACADDR, "08:00:2b:01:02:03"),
                TypeCase.of(Types.MACADDR8, "08:00:2b:01:02:03:04:05"),
                TypeCase.of(Types.bit(5), "00000", "10110"),
                TypeCase.of(Types.VARBIT, "", "1", "0".repeat(500)),
                TypeCase.of(Types.MONEY, "$0.00", "-$92,233,720,368,547,758.08"),
                TypeCase.of(Types.POINT, new Point(0, 0), new Point(-1.5, 1e300), new Point(Double.MIN_VALUE, 0.1))
                        .withoutEquality(),
                TypeCase.of(Types.LTREE, "", "Top.Science_1.Astronomy").needs("CREATE EXTENSION IF NOT EXISTS ltree"),
                TypeCase.of(Types.vector(3), new float[] {0, 0, 0}, new float[] {1, -2.5f, 3e-5f})
                        .needs("CREATE EXTENSION IF NOT EXISTS vector"),
                TypeCase.of(Types.enumType("mood", Mood.class), Mood.CALM, Mood.VERY_WILD)
                        .needs(MOOD),
                TypeCase.of(Types.enumType("\"My Mood\"", Mood.class), Mood.CALM, Mood.VERY_WILD)
                        .needs(MOOD.replace("mood", "\"My Mood\"")),
                TypeCase.of(Types.enumText(Mood.class), Mood.CALM, Mood.VERY_WILD),
                TypeCase.of(Types.enumOrdinal(Mood.class), Mood.CALM, Mood.VERY_WILD),
                TypeCase.of(Types.TEXT.map(Email.class, Email::new, Email::address), new Email("a@b.c")),
                TypeCase.of(
                                Types.enumType("mood2", Mood.class)
                                        .map(
                                                Boolean.class,
                                                mood -> mood == Mood.CALM,
                                                calm -> calm ? Mood.CALM : Mood.VERY_WILD),
                                true,
                                false)
                        .needs(MOOD.replace("mood", "mood2")),
                TypeCase.of(Types.NUMERIC.named("price"), new BigDecimal("0.99"))
                        .needs("CREATE DOMAIN price AS numeric(10,2) CHECK (VALUE >= 0)"),
                TypeCase.of(Types.TEXT.named("nick"), "ada", "").needs("CREATE DOMAIN nick AS varchar(20)"),
                TypeCase.of(Types.other("pair"), "(1,\"a \"\"b\"\"\")", "(,)")
                        .needs("CREATE TYPE pair AS (number integer, name text)"),
                TypeCase.of(Types.other("pg_lsn"), "0/0", "16/B374D848"));
    }

    private static InetAddress address(String text) {
        return Inet.parse(text).address();
    }
}
