/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

/**
 * What a column is called whose attribute does not say it. A class of its own with a constructor without arguments
 * replaces the usual one: {@code @GinoModel(value = "users", naming = MyNaming.class)}.
 *
 * @since 0.1.0
 */
public interface ColumnNaming {

    /** The column's name for an attribute's. */
    String column(String attribute);

    /** {@code teamId} is {@code team_id}: what holds when nothing else is said. */
    final class SnakeCase implements ColumnNaming {

        @Override
        public String column(String attribute) {
            return io.gino.model.SnakeCase.of(attribute);
        }
    }

    /** {@code teamId} is {@code "teamId"}, as it is written. */
    final class AsWritten implements ColumnNaming {

        @Override
        public String column(String attribute) {
            return attribute;
        }
    }
}
