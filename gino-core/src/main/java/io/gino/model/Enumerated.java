/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an enum is stored, or a list of them. Without this annotation it is text.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Enumerated {

    Storage value() default Storage.NATIVE;

    /** The name of PostgreSQL's type when it is native; by default the enum's own in snake_case. */
    String type() default "";

    /** What the column of an enum holds. */
    enum Storage {
        /** A value of an enum type of PostgreSQL's own, which is created together with the table. */
        NATIVE,
        /** The name of the constant. */
        TEXT,
        /** The position of the constant: constants may be added at the end, and never change their order. */
        ORDINAL
    }
}
