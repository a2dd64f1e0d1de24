/** Statements and DDL to PostgreSQL text and bind slots. */
@NullMarked
package io.gino.compile;

import org.jspecify.annotations.NullMarked;
