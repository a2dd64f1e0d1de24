/**
 * A real PostgreSQL for tests: one server per JVM, one fresh database per test class. Knows neither Spring nor GINO, so that the
 * tests of every module can use it.
 */
@NullMarked
package io.gino.test;

import org.jspecify.annotations.NullMarked;
