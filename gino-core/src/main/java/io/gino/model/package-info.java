/** Annotated classes and records as tables; the only place with reflection and method handles. */
@NullMarked
package io.gino.model;

import org.jspecify.annotations.NullMarked;
