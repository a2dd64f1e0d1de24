/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A condition that every row meets: {@code @Check("age >= 0")}. On a mixin interface or a superclass it holds for each
 * model that has it.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Repeatable(Check.All.class)
public @interface Check {

    /** The condition as SQL, over columns by name. */
    String value();

    /** The name of the constraint; by default the metadata names it. */
    String name() default "";

    /** Several of a class or an attribute. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
    @interface All {

        Check[] value();
    }
}
