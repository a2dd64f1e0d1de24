/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class or record whose instances are rows of a table.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GinoModel {

    /**
     * The name of the table, after its schema and a dot when it has one. Without a name the model has the table of the
     * model that it extends, and when that has none it is abstract.
     */
    String value() default "";

    /** Another model whose table this one has too: each attribute is one of that table's columns. */
    Class<?> of() default void.class;

    /** A comment that the table gets in the database. */
    String comment() default "";

    /** How columns are named whose attributes do not say it; by default as the superclass says, else in snake_case. */
    Class<? extends ColumnNaming> naming() default ColumnNaming.SnakeCase.class;

    /** What makes the columns; by default what the superclass names. */
    Class<? extends AttributeFactory> attributes() default AttributeFactory.Plain.class;

    /**
     * Whether the documents in which {@link JsonAttribute}s lie have no other keys: an instance with another key is
     * neither loaded nor stored. By default other keys are kept as they are. What a superclass says holds below it too.
     */
    boolean knownKeysOnly() default false;
}
