/** What is measured, one class for each workload. */
@NullMarked
package io.gino.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
