/** What a hundred models cost when an application starts, each time in a JVM of its own. */
@NullMarked
package io.gino.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
