/** The façade: {@link io.gino.Gino}. */
@NullMarked
package io.gino;

import org.jspecify.annotations.NullMarked;
