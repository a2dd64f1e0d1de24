/** CREATE and DROP as values, and their order. */
@NullMarked
package io.gino.ddl;

import org.jspecify.annotations.NullMarked;
