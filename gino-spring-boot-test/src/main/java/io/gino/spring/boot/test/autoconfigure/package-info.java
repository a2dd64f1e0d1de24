/** Tests of an application's models and queries on a real PostgreSQL, without the rest of the application. */
@NullMarked
package io.gino.spring.boot.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
