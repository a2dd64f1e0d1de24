/** Benchmarks, run by hand; README.md beside the pom says how. */
@NullMarked
package io.gino.benchmarks;

import org.jspecify.annotations.NullMarked;
