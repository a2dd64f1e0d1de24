package io.gino.spring.boot.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Puts the creation of tables after scripts and migrations, so that it adds only what they left out. */
final class GinoSchemaInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    private static final int AFTER_MIGRATIONS = LOWEST_PRECEDENCE - 50;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(GinoSchemaInitializer.class);
    }

    @Override
    public int getOrder() {
        return AFTER_MIGRATIONS;
    }
}
