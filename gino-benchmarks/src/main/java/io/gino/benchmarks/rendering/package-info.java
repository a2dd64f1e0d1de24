/** The same SELECT by several libraries, each time made anew from its values and turned into SQL. */
@NullMarked
package io.gino.benchmarks.rendering;

import org.jspecify.annotations.NullMarked;
