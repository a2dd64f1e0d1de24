/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.env.Environment;

/**
 * Puts the creation of tables after scripts and migrations, so that it adds only what they left out; or before scripts
 * that are to fill the tables, where {@code spring.gino.schema.defer-script-initialization} says so. Each initializer
 * depends on those of the orders before its own.
 */
final class GinoSchemaInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    private static final int AFTER_MIGRATIONS = LOWEST_PRECEDENCE - 50;
    private static final int BEFORE_SCRIPTS = HIGHEST_PRECEDENCE + 50;

    private final boolean defersScripts;

    GinoSchemaInitializerDetector(Environment environment) {
        this.defersScripts =
                environment.getProperty("spring.gino.schema.defer-script-initialization", Boolean.class, false);
    }

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(GinoSchemaInitializer.class);
    }

    @Override
    public int getOrder() {
        return defersScripts ? BEFORE_SCRIPTS : AFTER_MIGRATIONS;
    }
}
