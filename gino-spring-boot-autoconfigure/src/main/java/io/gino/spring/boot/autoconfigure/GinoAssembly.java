/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.gino.engine.EngineBuilder;
import io.gino.engine.GinoEngine;
import io.gino.engine.StatementListener;
import io.gino.error.SchemaException;
import io.gino.schema.Naming;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Makes engines and their metadata, of the main database and of others alike. */
final class GinoAssembly {

    private final ObjectProvider<GinoCustomizer> customizers;
    private final ObjectProvider<StatementListener> listeners;
    private final Naming naming;

    GinoAssembly(
            ObjectProvider<GinoCustomizer> customizers,
            ObjectProvider<StatementListener> listeners,
            ObjectProvider<Naming> naming) {
        this.customizers = customizers;
        this.listeners = listeners;
        this.naming = naming.getIfAvailable(() -> Naming.DEFAULT);
    }

    /** The engine of a database, which listeners are told of by the name of its {@code Gino} bean. */
    GinoEngine engine(String name, ConnectionFactory factory, GinoDatabaseProperties properties) {
        EngineBuilder builder = GinoEngine.builder(new SpringConnectionProvider(factory))
                .name(name)
                .echo(properties.echo())
                .gatherReads(properties.gatherReads());
        Duration slow = properties.slowStatementThreshold();
        if (slow != null) {
            builder.slowThreshold(slow);
        }
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    /** The tables of these models, bound to nothing yet. */
    Gino metadata(List<Class<?>> models) {
        try {
            return new Gino(naming).models(models.toArray(Class<?>[]::new));
        } catch (SchemaException e) {
            throw new GinoStartupException(
                    "A model cannot be declared: " + e.getMessage(),
                    "Correct it, or leave it out by a GinoManagedTypes bean.",
                    e);
        }
    }
}
