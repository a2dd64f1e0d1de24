/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.startup;

import io.gino.Gino;
import java.util.Set;
import org.springframework.data.r2dbc.mapping.R2dbcMappingContext;

/** How a library is told of its models. */
enum Declaration {
    GINO("gino") {
        @Override
        void declare(Class<?>... classes) {
            new Gino().models(classes);
        }
    },
    SPRING_DATA("spring-data") {
        @Override
        void declare(Class<?>... classes) {
            R2dbcMappingContext context = new R2dbcMappingContext();
            context.setInitialEntitySet(Set.of(classes));
            context.afterPropertiesSet();
        }
    };

    private final String contender;

    Declaration(String contender) {
        this.contender = contender;
    }

    String contender() {
        return contender;
    }

    abstract void declare(Class<?>... classes);
}
