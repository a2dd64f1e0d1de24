/** Loaders: rows to values, models and trees of models. */
@NullMarked
package io.gino.load;

import org.jspecify.annotations.NullMarked;
