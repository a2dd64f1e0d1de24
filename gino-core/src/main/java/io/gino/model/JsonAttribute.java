/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * An attribute that is no column: its value lies under a key of a {@code jsonb} column of the model. It is read, queried,
 * sorted by, indexed and set as columns are; setting it touches no other key of the document.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface JsonAttribute {

    /** The attribute whose column is the document, by its name in Java. */
    String of() default "profile";

    /** The keys that lead to the value, outermost first; by default one, which is the attribute's name. */
    String[] path() default {};

    /**
     * What it is where the document has no such key, as text: {@code 18}, {@code blue}, {@code 2026-01-31},
     * {@code ["a", "b"]}. By default what the constructor leaves.
     */
    String defaultValue() default "";

    /** What gives the value where the document has no such key; asked for each. */
    Class<? extends Supplier<?>> clientDefault() default Column.NoDefault.class;

    /** What values go through on their way into and out of the attribute. */
    Class<? extends JsonHooks<?, ?>> hooks() default JsonHooks.None.class;
}
