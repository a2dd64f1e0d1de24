/**
 * GINO in a Spring Boot application: {@code spring.gino.*} and the application's models become a
 * {@link io.gino.Gino} bean on the application's connections.
 */
@NullMarked
package io.gino.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
