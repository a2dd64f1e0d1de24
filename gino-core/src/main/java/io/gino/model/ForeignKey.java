/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.schema.ReferenceAction;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A reference to a column of another table.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface ForeignKey {

    /** {@code table.column} or {@code schema.table.column}. */
    String value() default "";

    /** The model whose primary key is meant, instead of a name. */
    Class<?> model() default void.class;

    /** What becomes of this row when the one that it refers to is deleted. */
    ReferenceAction onDelete() default ReferenceAction.NO_ACTION;

    /** What becomes of this column when the key that it refers to changes. */
    ReferenceAction onUpdate() default ReferenceAction.NO_ACTION;
}
