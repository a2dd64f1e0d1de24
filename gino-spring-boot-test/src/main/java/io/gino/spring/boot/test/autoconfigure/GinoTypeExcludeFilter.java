/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves out the application's components, but for those that {@link GinoTest} includes. */
final class GinoTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<GinoTest> {

    GinoTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }
}
