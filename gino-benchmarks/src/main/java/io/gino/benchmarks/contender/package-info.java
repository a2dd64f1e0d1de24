/** Libraries that do the same work: what the work is, and how each of them does it as its users would. */
@NullMarked
package io.gino.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
