/** PostgreSQL's functions and operators by task, as static methods to import. */
@NullMarked
package io.gino.function;

import org.jspecify.annotations.NullMarked;
