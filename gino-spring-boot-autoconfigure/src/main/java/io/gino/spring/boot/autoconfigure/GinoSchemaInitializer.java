package io.gino.spring.boot.autoconfigure;

import io.gino.engine.GinoEngine;
import io.gino.schema.MetaData;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.InitializingBean;

/**
 * Creates the tables that are missing while the application starts: after scripts and migrations, before anyone gets a
 * {@code Gino}, and so before the web server accepts requests.
 */
final class GinoSchemaInitializer implements InitializingBean {

    private final GinoEngine engine;
    private final MetaData metadata;
    private final Duration timeout;

    GinoSchemaInitializer(GinoEngine engine, MetaData metadata, Duration timeout) {
        this.engine = engine;
        this.metadata = metadata;
        this.timeout = timeout;
    }

    @Override
    public void afterPropertiesSet() {
        engine.schema(metadata)
                .createAll()
                .timeout(timeout)
                .onErrorMap(this::explain)
                .block();
    }

    private Throwable explain(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return new GinoStartupException(
                    "Creating the tables of the models took longer than %s seconds.".formatted(timeout.toSeconds()),
                    "Look for another program that holds locks in this database, or raise spring.gino.schema.timeout.",
                    failure);
        }
        return new GinoStartupException(
                "Cannot create the tables of the models: " + failure.getMessage(),
                "Correct the model or the database; spring.gino.create-all=false starts without creating tables.",
                failure);
    }
}
