/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.engine.GinoEngine;
import io.gino.engine.SchemaDifference;
import io.gino.engine.SchemaOperations;
import io.gino.schema.MetaData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import reactor.core.publisher.Mono;

/**
 * Creates the tables that are missing, or compares those that are there, while the application starts: after scripts and
 * migrations, before anyone gets a {@code Gino}, and so before the web server accepts requests.
 */
final class GinoSchemaInitializer implements InitializingBean, DisposableBean {

    private final SchemaOperations schema;
    private final ConfiguredDatabase database;
    private final SchemaMode mode;

    GinoSchemaInitializer(GinoEngine engine, MetaData metadata, ConfiguredDatabase database) {
        this.schema = engine.schema(metadata);
        this.database = database;
        this.mode = database.schemaMode();
    }

    @Override
    public void afterPropertiesSet() {
        switch (mode) {
            case NONE -> {}
            case CREATE, CREATE_DROP -> create();
            case VALIDATE -> validate();
        }
    }

    private void create() {
        schema.checkFirst(database.properties().schema().checkFirst())
                .createAll()
                .timeout(timeout())
                .onErrorMap(failure -> explain(failure, "Creating"))
                .block();
    }

    private void validate() {
        schema.differences()
                .collectList()
                .timeout(timeout())
                .onErrorMap(failure -> explain(failure, "Comparing"))
                .flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.error(() -> differ(found)))
                .block();
    }

    private static GinoStartupException differ(List<SchemaDifference> found) {
        return new GinoStartupException(
                "The database differs from the models:\n"
                        + found.stream()
                                .map(difference -> "  - " + difference.message())
                                .collect(Collectors.joining("\n")),
                "Correct the models, or the database by a migration.");
    }

    @Override
    public void destroy() {
        if (mode == SchemaMode.CREATE_DROP) {
            schema.dropAll().timeout(timeout()).block();
        }
    }

    private Duration timeout() {
        return database.properties().schema().timeout();
    }

    private Throwable explain(Throwable failure, String doing) {
        String prefix = database.prefix();
        if (failure instanceof TimeoutException) {
            return new GinoStartupException(
                    "%s the tables of the models took longer than %s seconds."
                            .formatted(doing, timeout().toSeconds()),
                    "Look for another program that holds locks in this database, or raise %s.schema.timeout."
                            .formatted(prefix),
                    failure);
        } else if (mode == SchemaMode.VALIDATE) {
            return new GinoStartupException(
                    "Cannot compare the tables with the models: " + failure.getMessage(),
                    "Correct the model or the database; %s.schema.mode=none starts without comparing."
                            .formatted(prefix),
                    failure);
        }
        return new GinoStartupException(
                "Cannot create the tables of the models: " + failure.getMessage(),
                "Correct the model or the database; %s.%s starts without creating tables."
                        .formatted(prefix, database.properties().createAll() ? "create-all=false" : "schema.mode=none"),
                failure);
    }
}
