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
 * Gives a test GINO on a database of its own. For a test of the whole application, beside {@code @SpringBootTest}, or of
 * another slice of it; {@link GinoTest} has it already.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@PropertyMapping("spring.gino")
public @interface AutoConfigureGino {

    /** Whether to create the tables of the models, whatever {@code spring.gino.create-all} says. */
    boolean createAll() default true;

    /** Whether to use an empty test database in the place of the one that the application is configured with. */
    @PropertyMapping(value = "test.database.replace", skip = PropertyMapping.Skip.ON_DEFAULT_VALUE)
    boolean replaceDatabase() default true;
}
