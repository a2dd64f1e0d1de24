/** How work is measured: rounds, costs and the table of results. */
@NullMarked
package io.gino.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
