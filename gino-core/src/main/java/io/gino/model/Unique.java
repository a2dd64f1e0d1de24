/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.schema.Deferral;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Values that occur once: on an attribute its own, on a class those of several columns together. On a mixin interface or
 * a superclass it holds for each model that has it.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Repeatable(Unique.All.class)
public @interface Unique {

    /** The columns, by name; on an attribute none, since its own is meant. */
    String[] value() default {};

    /** The name of the constraint; by default the metadata names it. */
    String name() default "";

    /** Takes one NULL for equal to another. PostgreSQL has this from 15 on. */
    boolean nullsNotDistinct() default false;

    /** When it is checked. */
    Deferral deferral() default Deferral.NOT_DEFERRABLE;

    /** Several of a class. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
    @interface All {

        Unique[] value();
    }
}
