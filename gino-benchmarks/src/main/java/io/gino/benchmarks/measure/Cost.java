/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

/** What one operation took in one round; as in {@link Usage}. */
record Cost(double wallNanos, double cpuNanos, double bytes, double serverNanos) {}
