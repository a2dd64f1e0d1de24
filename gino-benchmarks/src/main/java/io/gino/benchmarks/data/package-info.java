/** The rows that every contender reads and writes, and the tables that they are in. */
@NullMarked
package io.gino.benchmarks.data;

import org.jspecify.annotations.NullMarked;
