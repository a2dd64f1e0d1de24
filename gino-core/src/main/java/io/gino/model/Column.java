/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * What a column is when its attribute alone does not say it.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Column {

    /** The name of the column; by default the attribute's in snake_case. */
    String value() default "";

    /** The name of the column, where more is said of it: the same as {@link #value}. */
    String name() default "";

    /** The PostgreSQL type as DDL spells it, such as {@code varchar(80)} or {@code jsonb}; by default from the Java type. */
    String type() default "";

    /** The number of characters that a text has at most: {@code varchar(80)}. */
    int length() default 0;

    /**
     * Whether it may be NULL. Primitives, keys and what JSpecify calls non-null never may: {@code @NonNull}, and in
     * {@code @NullMarked} code what is not {@code @Nullable}.
     */
    boolean nullable() default true;

    boolean unique() default false;

    /** With an index of its own. */
    boolean indexed() default false;

    /** The value that PostgreSQL stores when none is given, as SQL. */
    String serverDefault() default "";

    /** What gives the value that {@code create} stores when the attribute is null; asked for each row. */
    Class<? extends Supplier<?>> clientDefault() default NoDefault.class;

    /** What every UPDATE sets when it does not set the attribute itself, as SQL: {@code now()}. */
    String onUpdate() default "";

    /** What PostgreSQL computes the column from, as SQL: {@code lower(name)}. It is read and never written. */
    String generatedAs() default "";

    /** The rules by which its texts sort, such as {@code C} or {@code de-x-icu}. */
    String collation() default "";

    /** A comment that the column gets in the database. */
    String comment() default "";

    /** Says that there is no client default. */
    final class NoDefault implements Supplier<Object> {

        private NoDefault() {}

        @Override
        public Object get() {
            throw new IllegalStateException("There is no client default.");
        }
    }
}
