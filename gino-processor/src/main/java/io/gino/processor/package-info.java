/** Runs inside the compiler: reads annotated models and writes {@code User_} beside {@code User}. */
@NullMarked
package io.gino.processor;

import org.jspecify.annotations.NullMarked;
