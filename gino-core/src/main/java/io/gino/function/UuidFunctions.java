/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.type.Types;
import java.util.UUID;

/**
 * UUIDs that PostgreSQL makes.
 *
 * @since 0.1.0
 */
public final class UuidFunctions {

    private UuidFunctions() {}

    /** A random one, another for each row. */
    public static Expression<UUID> random() {
        return Sql.function("gen_random_uuid", Types.UUID);
    }

    /** One that begins with the time, so that later ones sort after earlier ones; from PostgreSQL 18 on. */
    public static Expression<UUID> ordered() {
        return Sql.function("uuidv7", Types.UUID);
    }
}
