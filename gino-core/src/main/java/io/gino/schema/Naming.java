/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.sql.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * How constraints and indexes are named that were given no name.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Naming {

    /** {@code pk_users}, {@code uq_users_email}, {@code fk_addresses_user_id_users}, {@code ix_users_name}. */
    Naming DEFAULT = Naming::conventional;

    /** What is to be named. */
    enum Kind {
        PRIMARY_KEY("pk"),
        UNIQUE("uq"),
        FOREIGN_KEY("fk"),
        CHECK("ck"),
        EXCLUSION("ex"),
        INDEX("ix");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** The kind in the words of messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * The name of a constraint or index.
     *
     * @param table the table's name without its schema
     * @param parts the columns' names; of a foreign key also the name of the table that it leads to
     */
    String name(Kind kind, String table, List<String> parts);

    private static String conventional(Kind kind, String table, List<String> parts) {
        String name = kind.prefix + "_" + table + (parts.isEmpty() ? "" : "_" + String.join("_", parts));
        return fit(name);
    }

    /** The name, cut where PostgreSQL would cut it, with a checksum of the whole so that cut names still differ. */
    static String fit(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= Identifier.MAX_BYTES) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        String tail = String.format("_%08x", checksum.getValue());
        StringBuilder head = new StringBuilder(name);
        while (head.toString().getBytes(StandardCharsets.UTF_8).length > Identifier.MAX_BYTES - tail.length()) {
            head.setLength(head.offsetByCodePoints(head.length(), -1));
        }
        return head + tail;
    }
}
