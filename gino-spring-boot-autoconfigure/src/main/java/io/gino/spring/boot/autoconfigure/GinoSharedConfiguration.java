/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.gino.engine.StatementListener;
import io.gino.schema.Naming;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the main database and others with names have in common. */
@Configuration(proxyBeanMethods = false)
class GinoSharedConfiguration {

    /** A thread that serves requests must not be the first to need what blocks while it starts. */
    @Bean
    static LazyInitializationExcludeFilter ginoStartsEagerly() {
        return LazyInitializationExcludeFilter.forBeanTypes(
                Gino.class, GinoConnectionCheck.class, GinoSchemaInitializer.class);
    }

    @Bean
    @ConditionalOnMissingBean
    static GinoManagedTypes ginoManagedTypes(ApplicationContext context) {
        return GinoManagedTypes.scan(context);
    }

    @Bean
    GinoAssembly ginoAssembly(
            ObjectProvider<GinoCustomizer> customizers,
            ObjectProvider<StatementListener> listeners,
            ObjectProvider<Naming> naming) {
        return new GinoAssembly(customizers, listeners, naming);
    }
}
