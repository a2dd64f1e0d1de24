/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

/**
 * What became of a statement.
 *
 * @param command the SQL command, such as {@code INSERT}; of raw SQL its first word
 * @param affected the rows that it inserted, changed or removed
 * @param returned the rows that it returned
 * @since 0.1.0
 */
public record Status(String command, long affected, long returned) {

    /** Both counts together. */
    Status plus(Status other) {
        return new Status(command, affected + other.affected, returned + other.returned);
    }

    /** Counts while a statement runs. Single-use. */
    static final class Count {

        private final String command;
        private long affected;
        private long returned;

        Count(String command) {
            this.command = command;
        }

        void affected(long rows) {
            affected += rows;
        }

        void returned() {
            returned++;
        }

        long rows() {
            return Math.max(affected, returned);
        }

        Status status() {
            return new Status(command, affected, returned);
        }
    }
}
