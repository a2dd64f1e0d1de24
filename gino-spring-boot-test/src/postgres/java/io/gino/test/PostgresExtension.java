/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class a database of its own, as a {@link TestDatabase} parameter of its constructor, tests and lifecycle methods,
 * and drops it after the class. Nested classes share that of the class around them.
 *
 * @since 0.1.0
 */
public final class PostgresExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store of the class closes what it holds.
        return outermostClass(context)
                .getStore(Namespace.create(PostgresExtension.class))
                .computeIfAbsent(TestDatabase.class, key -> TestPostgres.createDatabase(), TestDatabase.class);
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(PostgresExtension::outermostClass)
                .orElse(context);
    }
}
