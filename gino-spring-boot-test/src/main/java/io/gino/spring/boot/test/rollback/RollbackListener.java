/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.annotation.Rollback;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Begins the transaction of a test before its {@code @BeforeEach} methods, and rolls it back after its
 * {@code @AfterEach} methods, unless {@code @Commit} or {@code @Rollback(false)} stands on the test or its class.
 */
final class RollbackListener extends AbstractTestExecutionListener {

    /** Before whatever works with the database. */
    static final int ORDER = 3900;

    private static final String BEGUN = RollbackListener.class.getName() + ".begun";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (isRolledBack(test.getTestMethod(), test.getTestClass())) {
            test.getApplicationContext().getBeanProvider(TestConnections.class).ifAvailable(connections -> {
                connections.begin();
                test.setAttribute(BEGUN, connections);
            });
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.removeAttribute(BEGUN) instanceof TestConnections connections) {
            connections.rollback().block(LIMIT);
        }
    }

    private static boolean isRolledBack(AnnotatedElement method, Class<?> testClass) {
        Rollback onMethod = AnnotatedElementUtils.findMergedAnnotation(method, Rollback.class);
        Rollback wanted = onMethod != null
                ? onMethod
                : TestContextAnnotationUtils.findMergedAnnotation(testClass, Rollback.class);
        return wanted == null || wanted.value();
    }
}
