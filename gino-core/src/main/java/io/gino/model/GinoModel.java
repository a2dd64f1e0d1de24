package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A class or record whose instances are rows of a table. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GinoModel {

    /** The name of the table, after its schema and a dot when it has one. Without a name the model is abstract. */
    String value() default "";

    /** A comment that the table gets in the database. */
    String comment() default "";

    /** How columns are named whose attributes do not say it. */
    Class<? extends ColumnNaming> naming() default ColumnNaming.SnakeCase.class;
}
