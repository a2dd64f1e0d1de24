/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Says in which packages the models are, where that is not below the application's class. Without a package it means that
 * of the annotated class. Boot's {@code @EntityScan} does the same for every kind of entity; this one comes before it.
 *
 * @since 0.1.0
 */
@Documented
@Import(GinoModelPackages.Registrar.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GinoModelScan {

    /** The same as {@link #basePackages}. */
    @AliasFor("basePackages")
    String[] value() default {};

    /** The packages to look in, and in all below them. */
    @AliasFor("value")
    String[] basePackages() default {};

    /** Classes whose packages to look in: these survive a renaming. */
    Class<?>[] basePackageClasses() default {};
}
