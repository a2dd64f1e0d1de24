/** One result row, and what reads rows. */
@NullMarked
package io.gino.row;

import org.jspecify.annotations.NullMarked;
