/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;

/**
 * Gives a test GINO on a database of its own, and undoes after each test what it did there. For a test of the whole
 * application, beside {@code @SpringBootTest}, where the web server may run in the same JVM; or for another slice of it.
 * {@link GinoTest}, which says more about it, has it already.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@PropertyMapping("spring.gino")
public @interface AutoConfigureGino {

    /** Whether to create the tables of the models, whatever the application's properties say. */
    @PropertyMapping(skip = PropertyMapping.Skip.YES)
    boolean createAll() default true;

    /** Whether to use empty test databases in the place of those that the application is configured with. */
    @PropertyMapping(value = "test.database.replace", skip = PropertyMapping.Skip.ON_DEFAULT_VALUE)
    boolean replaceDatabase() default true;

    /** Whether to undo after each test what it did to the database. See {@link GinoTest}. */
    @PropertyMapping(value = "test.rollback", skip = PropertyMapping.Skip.ON_DEFAULT_VALUE)
    boolean rollback() default true;
}
