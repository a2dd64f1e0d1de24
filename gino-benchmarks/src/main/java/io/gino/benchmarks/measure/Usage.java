/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

/**
 * What has been used since some moment, or between two.
 *
 * @param wallNanos time on the wall
 * @param cpuNanos processor time of this JVM, its garbage collector and compiler included
 * @param bytes allocated by all threads of this JVM
 * @param serverNanos processor time of all processes of PostgreSQL; NaN when they are not on this machine
 */
record Usage(long wallNanos, long cpuNanos, long bytes, double serverNanos) {

    Usage since(Usage earlier) {
        return new Usage(
                wallNanos - earlier.wallNanos,
                cpuNanos - earlier.cpuNanos,
                bytes - earlier.bytes,
                serverNanos - earlier.serverNanos);
    }

    /** For each of so many operations. */
    Cost per(long operations) {
        return new Cost(
                (double) wallNanos / operations,
                (double) cpuNanos / operations,
                (double) bytes / operations,
                serverNanos / operations);
    }
}
