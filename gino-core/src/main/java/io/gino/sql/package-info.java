/** The SQL language as immutable values. */
@NullMarked
package io.gino.sql;

import org.jspecify.annotations.NullMarked;
