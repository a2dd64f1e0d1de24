/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import java.util.ServiceLoader;

/**
 * Writes statements as SQL for their {@code toString()}; found as a service, since the compiler knows this package.
 *
 * @since 0.1.0
 */
public interface StatementPrinter {

    /** The SQL, or what is wrong with the statement. */
    String print(Statement<?> statement);

    /** The SQL, or what is wrong with it. */
    default String print(Copy copy) {
        return copy.getClass().getSimpleName();
    }

    static String toString(Statement<?> statement) {
        return Found.PRINTER.print(statement);
    }

    static String toString(Copy copy) {
        return Found.PRINTER.print(copy);
    }

    /** The printer, looked up once. */
    final class Found {
        private static final StatementPrinter PRINTER = ServiceLoader.load(
                        StatementPrinter.class, StatementPrinter.class.getClassLoader())
                .findFirst()
                .orElse(statement -> statement.getClass().getSimpleName());

        private Found() {}
    }
}
