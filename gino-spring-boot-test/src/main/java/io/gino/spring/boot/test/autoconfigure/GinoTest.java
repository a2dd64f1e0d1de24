/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Tests what an application does with its database, and starts nothing else of it: {@code Gino} with the application's
 * models, {@code DatabaseClient} and transactions, but no web server and none of the application's components; say
 * {@code @Import} or {@link #includeFilters} for those that the test is about.
 *
 * <p>The database is an empty PostgreSQL database of the test's own, with the tables of the models in it, whatever
 * {@code spring.gino.url} says. Test classes whose contexts are the same share it. Each of {@code spring.gino.databases} is
 * such a database too, with the tables of its own models.
 *
 * <p>What a test writes, and what its {@code @BeforeEach} and {@code @AfterEach} methods write, is undone after it, through
 * whatever it was written: {@code Gino}, {@code DatabaseClient}, Spring Data, {@code @Transactional} services, requests to
 * a server in the same JVM. Spring's {@code @Commit} or {@code @Rollback(false)} on a test or a class keeps it; what
 * {@code @BeforeAll} writes is kept anyway.
 *
 * <p>For that, every connection is a guest on one connection, in one transaction that is rolled back. Each statement, and
 * each transaction as a whole, is a savepoint there and waits for its turn, so that one that fails spares the others.
 * Deferred constraints are checked where a transaction would commit. What cannot work in there, and needs
 * {@code @Commit}:
 *
 * <ul>
 *   <li>two connections at a time where one waits for the other: {@code REQUIRES_NEW}, {@code reuse(false)} inside of a
 *       transaction; after five seconds it fails and says so. Neither do two transactions meet, or lock, or see each
 *       other's isolation: no serialization failure is ever retried;
 *   <li>notifications, which PostgreSQL sends at a commit;
 *   <li>statements that refuse to run in a transaction, such as {@code CREATE INDEX CONCURRENTLY} or {@code VACUUM}.
 * </ul>
 *
 * <p>{@code now()} stands still during a test, what was set or locked until the end of a transaction may last until that
 * of the test, sequences are not set back, and tests on the same application run one after another.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(GinoTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(GinoTypeExcludeFilter.class)
@AutoConfigureGino
@ImportAutoConfiguration
public @interface GinoTest {

    /** Whether to create the tables of the models, whatever {@code spring.gino.create-all} says. */
    @AliasFor(annotation = AutoConfigureGino.class)
    boolean createAll() default true;

    /** Whether to use empty test databases in the place of those that the application is configured with. */
    @AliasFor(annotation = AutoConfigureGino.class)
    boolean replaceDatabase() default true;

    /** Whether to undo after each test what it did to the database. */
    @AliasFor(annotation = AutoConfigureGino.class)
    boolean rollback() default true;

    /** Properties in the form {@code key=value} that the test adds to the environment. */
    String[] properties() default {};

    /** Whether to leave out the application's components; those that {@link #includeFilters} names come in anyway. */
    boolean useDefaultFilters() default true;

    /** Which components of the application the test has all the same. */
    Filter[] includeFilters() default {};

    /** Which components of the application the test does not have, even if they are included. */
    Filter[] excludeFilters() default {};

    /** Auto-configurations that the test does without. */
    @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
    Class<?>[] excludeAutoConfiguration() default {};
}
