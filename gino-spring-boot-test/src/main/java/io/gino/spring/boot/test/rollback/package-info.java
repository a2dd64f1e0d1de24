/**
 * Tests whose writes are undone: while one runs, every connection of the application is a guest on one connection, in one
 * transaction, which is rolled back after it.
 */
@NullMarked
package io.gino.spring.boot.test.rollback;

import org.jspecify.annotations.NullMarked;
