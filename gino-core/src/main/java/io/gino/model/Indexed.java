/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index: on an attribute over its column, on a class over several columns. On a mixin interface or a superclass it is
 * made for each model that has it. What has more to it is a static field: {@code static final Index BY_NAME = index()…}.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Repeatable(Indexed.All.class)
public @interface Indexed {

    /** The columns, by name; on an attribute none, since its own is meant. */
    String[] value() default {};

    /** The name of the index; by default the metadata names it. */
    String name() default "";

    boolean unique() default false;

    /** The access method, such as {@code gin}; by default a B-tree. */
    String using() default "";

    /** The rows to index, as SQL; by default all. */
    String where() default "";

    /** Several of a class or an attribute. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
    @interface All {

        Indexed[] value();
    }
}
