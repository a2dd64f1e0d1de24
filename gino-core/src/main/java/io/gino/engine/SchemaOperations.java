package io.gino.engine;

import io.gino.compile.PostgresCompiler;
import io.gino.ddl.Ddl;
import io.gino.ddl.SchemaPlan;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Sql;
import io.gino.sql.Text;
import io.gino.type.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Creates and drops the tables of a metadata. Each call is one transaction on one connection: a statement that fails
 * leaves nothing behind, and of several programs that start together one waits for the other. A service.
 */
public final class SchemaOperations {

    /** The key of the advisory lock under which schemas are changed; the same for all programs that use gino. */
    private static final long LOCK = 0x67696E6FL;

    private final GinoEngine engine;
    private final MetaData metadata;
    private final PostgresCompiler compiler = new PostgresCompiler();

    SchemaOperations(GinoEngine engine, MetaData metadata) {
        this.engine = engine;
        this.metadata = metadata;
    }

    /** Creates the tables that are not there, with their indexes, comments and constraints. */
    public Mono<Void> createAll() {
        return create(metadata.tables());
    }

    /** Creates those of these tables that are not there. */
    public Mono<Void> create(Table... tables) {
        return create(Arrays.asList(tables));
    }

    private Mono<Void> create(List<Table> tables) {
        return change(tables, present -> plan().create(without(tables, present)));
    }

    /** Drops the tables that are there. */
    public Mono<Void> dropAll() {
        return drop(metadata.tables());
    }

    /** Drops those of these tables that are there. */
    public Mono<Void> drop(Table... tables) {
        return drop(Arrays.asList(tables));
    }

    private Mono<Void> drop(List<Table> tables) {
        return change(tables, present -> plan().drop(present));
    }

    /** What {@link #createAll} sends to an empty database. */
    public String script() {
        return compiler.script(plan().createAll());
    }

    private SchemaPlan plan() {
        return SchemaPlan.of(metadata);
    }

    private static List<Table> without(List<Table> tables, Collection<Table> present) {
        return tables.stream().filter(table -> !present.contains(table)).toList();
    }

    private Mono<Void> change(List<Table> tables, Function<List<Table>, List<Ddl>> statements) {
        return engine.transaction(transaction -> {
            GinoConnection connection = transaction.connection();
            return connection
                    .status(Sql.text("SELECT pg_advisory_xact_lock(:key)").bind("key", LOCK))
                    .then(present(connection, tables))
                    .flatMapIterable(statements)
                    .concatMap(ddl -> connection.command(compiler.compile(ddl)))
                    .then();
        });
    }

    /** Those of the tables that the search path, or the schema that they name, has. */
    private static Mono<List<Table>> present(GinoConnection connection, List<Table> tables) {
        Text<String> existing = Sql.text("SELECT name FROM unnest(:names) AS name WHERE to_regclass(name) IS NOT NULL")
                .bind(
                        "names",
                        Types.TEXT.array(),
                        tables.stream().map(SchemaOperations::sqlName).toList())
                .read(Types.TEXT);
        return connection.all(existing).collect(Collectors.toSet()).map(found -> keep(tables, found));
    }

    private static List<Table> keep(List<Table> tables, Set<String> found) {
        return tables.stream().filter(table -> found.contains(sqlName(table))).toList();
    }

    private static String sqlName(Table table) {
        String name = table.identifier().sql();
        return table.schema().map(schema -> schema.sql() + "." + name).orElse(name);
    }
}
