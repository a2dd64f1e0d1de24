/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.actuate;

import io.gino.Gino;
import io.gino.ddl.EntityRelationshipDiagram;
import io.gino.model.Model;
import io.gino.schema.Column;
import io.gino.schema.Table;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * Shows models and tables, what pools and statements are at, and, as {@code gino/diagram} and {@code gino/diagram/<name>}, the tables as a diagram in
 * Mermaid's language.
 *
 * @since 0.1.0
 */
@Endpoint(id = "gino")
public final class GinoEndpoint {

    /** The name of the main database's bean. */
    private static final String MAIN = "gino";

    private final Supplier<Map<String, Gino>> databases;
    private final Supplier<Map<String, ConnectionPool>> pools;
    private final StatementCounts statements;

    GinoEndpoint(
            Supplier<Map<String, Gino>> databases,
            Supplier<Map<String, ConnectionPool>> pools,
            StatementCounts statements) {
        this.databases = databases;
        this.pools = pools;
        this.statements = statements;
    }

    /** Everything. */
    @ReadOperation
    public Report report() {
        return new Report(
                each(databases.get(), GinoEndpoint::database),
                each(pools.get(), pool -> pool.getMetrics().map(Pool::of).orElse(Pool.UNKNOWN)),
                statements.byDatabase());
    }

    private static <T, R> Map<String, R> each(Map<String, T> byName, Function<T, R> told) {
        Map<String, R> all = new LinkedHashMap<>();
        byName.forEach((name, value) -> all.put(name, told.apply(value)));
        return all;
    }

    private static Database database(Gino database) {
        return new Database(database.tables().stream().map(TableReport::of).toList(), diagram(database));
    }

    /** The diagram alone, of the main database, or of the first where there is none. */
    @ReadOperation(produces = "text/plain;charset=UTF-8")
    public @Nullable String diagram(@Selector String view) {
        Set<String> names = databases.get().keySet();
        if (names.isEmpty()) {
            return null;
        }
        return diagram(view, names.contains(MAIN) ? MAIN : names.iterator().next());
    }

    /** The diagram of the database whose {@code Gino} bean has this name. */
    @ReadOperation(produces = "text/plain;charset=UTF-8")
    public @Nullable String diagram(@Selector String view, @Selector String database) {
        Gino found = databases.get().get(database);
        return found != null && view.equals("diagram") ? diagram(found) : null;
    }

    private static String diagram(Gino database) {
        return new EntityRelationshipDiagram(database).mermaid();
    }

    /**
     * What the endpoint tells.
     *
     * @param databases by the names of their {@code Gino} beans
     * @param pools by the names of their beans
     * @param statements how many ended in which way since the start, by database and operation
     */
    public record Report(
            Map<String, Database> databases,
            Map<String, Pool> pools,
            Map<String, Map<String, Map<String, Long>>> statements) {}

    /**
     * What is declared of a database.
     *
     * @param diagram the tables and what they refer to, in Mermaid's language
     */
    public record Database(List<TableReport> tables, String diagram) {}

    /**
     * A table.
     *
     * @param model the class of its model; null when it has none
     * @param columns each with its type
     */
    public record TableReport(String name, @Nullable String model, Map<String, String> columns) {

        private static TableReport of(Table table) {
            Map<String, String> columns = new LinkedHashMap<>();
            for (Column<?> column : table.columns()) {
                columns.put(column.name(), column.type().name());
            }
            return new TableReport(
                    table.tableName(),
                    Model.of(table).map(model -> model.type().getName()).orElse(null),
                    columns);
        }
    }

    /** The connections of a pool: those lent, those open, those open and not lent, who waits, and how many there may be. */
    public record Pool(int acquired, int allocated, int idle, int pending, int max) {

        private static final Pool UNKNOWN = new Pool(0, 0, 0, 0, 0);

        private static Pool of(PoolMetrics metrics) {
            return new Pool(
                    metrics.acquiredSize(),
                    metrics.allocatedSize(),
                    metrics.idleSize(),
                    metrics.pendingAcquireSize(),
                    metrics.getMaxAllocatedSize());
        }
    }
}
