/** Statements as Micrometer's observations: timers and spans. */
@NullMarked
package io.gino.spring.boot.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
