/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value object, a class or a record whose attributes are columns of the model's own table: {@code home.street} of
 * {@code @Embedded Address home} is the column {@code home_street}. When all of them are NULL there is no value object. Of
 * one that JSpecify calls {@code @Nullable} every column may be NULL.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Embedded {

    /** What the columns' names begin with; by default the attribute's column name and an underscore. */
    String prefix() default "";

    /** Whether the columns' names begin with anything. */
    boolean prefixed() default true;
}
