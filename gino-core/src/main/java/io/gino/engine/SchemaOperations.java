/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.PostgresCompiler;
import io.gino.ddl.CreateIndex;
import io.gino.ddl.Ddl;
import io.gino.ddl.RefreshView;
import io.gino.ddl.SchemaPlan;
import io.gino.error.SchemaException;
import io.gino.schema.Index;
import io.gino.schema.MetaData;
import io.gino.schema.SchemaObject;
import io.gino.schema.View;
import io.gino.sql.QualifiedName;
import io.gino.sql.Sql;
import io.gino.sql.Text;
import io.gino.type.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Creates and drops what a metadata declares. Each call is one transaction on one connection: a statement that fails
 * leaves nothing behind, and of several programs that start together one waits for the other. What is wrong with a
 * declaration is said before anything is sent. A service.
 *
 * @since 0.1.0
 */
public final class SchemaOperations {

    /** The key of the advisory lock under which schemas are changed; the same for all programs that use gino. */
    private static final Text<?> LOCK =
            Sql.text("SELECT pg_advisory_xact_lock(:key)").bind("key", 0x67696E6FL);

    /** What has no schema in its name is looked for in the search path. */
    private static final String PRESENT =
            "SELECT kind || ' ' || name FROM unnest(:kinds, :names) AS declared (kind, name)"
                    + " WHERE CASE WHEN kind = 'schema' THEN to_regnamespace(name) IS NOT NULL"
                    + " WHEN kind = 'extension' THEN EXISTS (SELECT FROM pg_extension WHERE extname = name)"
                    + " WHEN kind IN ('enum type', 'domain') THEN to_regtype(name) IS NOT NULL"
                    + " ELSE to_regclass(name) IS NOT NULL END";

    private final GinoEngine engine;
    private final MetaData metadata;
    private final boolean checksFirst;
    private final PostgresCompiler compiler = new PostgresCompiler();

    SchemaOperations(GinoEngine engine, MetaData metadata) {
        this(engine, metadata, true);
    }

    private SchemaOperations(GinoEngine engine, MetaData metadata, boolean checksFirst) {
        this.engine = engine;
        this.metadata = metadata;
        this.checksFirst = checksFirst;
    }

    /**
     * The same operations, told whether to look first what is there. Without that, creating what is there fails, and so
     * does dropping what is not; only schemas and extensions are left alone where they are.
     */
    public SchemaOperations checkFirst(boolean checks) {
        return new SchemaOperations(engine, metadata, checks);
    }

    /** Creates what is not there: schemas, extensions, types, sequences, tables with their indexes, views. */
    public Mono<Void> createAll() {
        return create(SchemaPlan::objects);
    }

    /** Creates those of these that are not there, with the schemas that they name. */
    public Mono<Void> create(SchemaObject... objects) {
        return create(plan -> Arrays.asList(objects));
    }

    private Mono<Void> create(Function<SchemaPlan, List<SchemaObject>> chosen) {
        return Mono.defer(() -> {
            SchemaPlan plan = plan();
            Set<SchemaObject> needed = plan.needed(chosen.apply(plan));
            List<String> all = compile(plan.createExactly(needed));
            return change(connection -> checksFirst
                    ? present(connection, needed).map(found -> compile(plan.createExactly(without(needed, found))))
                    : Mono.just(all));
        });
    }

    /** Drops what is there, but no schemas and no extensions: others may use those. */
    public Mono<Void> dropAll() {
        return drop(SchemaPlan::droppable);
    }

    /** Drops those of these that are there. */
    public Mono<Void> drop(SchemaObject... objects) {
        return drop(plan -> Arrays.asList(objects));
    }

    private Mono<Void> drop(Function<SchemaPlan, List<SchemaObject>> chosen) {
        return Mono.defer(() -> {
            SchemaPlan plan = plan();
            List<SchemaObject> objects = chosen.apply(plan);
            List<String> all = compile(plan.drop(objects));
            return change(connection -> checksFirst
                    ? present(connection, objects).map(found -> compile(plan.drop(found)))
                    : Mono.just(all));
        });
    }

    /**
     * Creates one of the declared indexes if it is not there; one that is {@code concurrently()} without locking out
     * writes, which cannot be in a transaction.
     */
    public Mono<Void> create(Index index) {
        return Mono.defer(() -> {
            CreateIndex create = plan().create(index);
            return alone(create, create, false);
        });
    }

    /** Drops one of the declared indexes if it is there. */
    public Mono<Void> drop(Index index) {
        return Mono.defer(() -> {
            SchemaPlan plan = plan();
            return alone(plan.create(index), plan.drop(index), true);
        });
    }

    private Mono<Void> alone(CreateIndex created, Ddl statement, boolean wanted) {
        String name = new QualifiedName(created.table().schema(), created.name()).sql();
        Text<Boolean> valid = Sql.text("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(:name)")
                .bind("name", name)
                .read(Types.BOOLEAN);
        String sql = compiler.compile(statement);
        if (created.isConcurrent()) {
            return found(engine, valid, name, wanted)
                    .flatMap(found -> found == wanted ? engine.status(Sql.text(sql)) : Mono.empty())
                    .then();
        }
        return change(connection -> found(connection, valid, name, wanted)
                .map(found -> found == wanted ? List.of(sql) : List.<String>of()));
    }

    /** Whether the index is there; what an earlier CONCURRENTLY has left of it can only be dropped. */
    private Mono<Boolean> found(Verbs verbs, Text<Boolean> valid, String name, boolean wanted) {
        if (!checksFirst) {
            return Mono.just(wanted);
        }
        return verbs.all(valid).collectList().map(found -> {
            if (!wanted && found.contains(false)) {
                throw new SchemaException("The index '" + name
                        + "' is there but not valid: creating it concurrently has failed. Drop it first.");
            }
            return !found.isEmpty();
        });
    }

    /** Computes the rows of a materialized view anew; nobody reads it meanwhile. */
    public Mono<Void> refresh(View view) {
        return refresh(view, false);
    }

    /** Computes the rows of a materialized view anew while others read it; it needs a unique index over columns. */
    public Mono<Void> refreshConcurrently(View view) {
        return refresh(view, true);
    }

    private Mono<Void> refresh(View view, boolean concurrently) {
        return Mono.defer(() -> engine.status(Sql.text(compiler.compile(new RefreshView(view, concurrently)))))
                .then();
    }

    /**
     * What the database has otherwise than it is declared, in the order of declaration: what is missing of schemas, types,
     * sequences, tables and views; of tables, columns with their types and whether they can be NULL, keys, unique
     * constraints and indexes. Not compared are defaults, checks, comments, and what views select; columns and tables of
     * others are left alone.
     */
    public Flux<SchemaDifference> differences() {
        return Flux.defer(() -> {
            SchemaPlan plan = plan();
            Set<SchemaObject> objects = plan.needed(plan.objects());
            return SchemaCatalog.read(engine, objects)
                    .flatMapIterable(catalog -> new SchemaComparison(metadata, plan, catalog).compare(objects));
        });
    }

    /**
     * Fails with a {@link SchemaException} that lists all {@link #differences}, if there are any.
     */
    public Mono<Void> validate() {
        return differences()
                .collectList()
                .flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.error(differing(found)));
    }

    private static SchemaException differing(List<SchemaDifference> found) {
        return new SchemaException(found.stream()
                .map(difference -> "\n  - " + difference.message())
                .collect(Collectors.joining("", "The database differs from what is declared:", "")));
    }

    /** What {@link #createAll} sends to an empty database. */
    public String script() {
        return compiler.script(plan().createAll());
    }

    private SchemaPlan plan() {
        return SchemaPlan.of(metadata);
    }

    private List<String> compile(List<Ddl> statements) {
        return statements.stream().map(compiler::compile).toList();
    }

    private static List<SchemaObject> without(Collection<SchemaObject> objects, Collection<SchemaObject> found) {
        return objects.stream().filter(object -> !found.contains(object)).toList();
    }

    private Mono<Void> change(Function<GinoConnection, Mono<List<String>>> statements) {
        return engine.transaction(transaction -> {
            GinoConnection connection = transaction.connection();
            return connection
                    .status(LOCK)
                    .then(Mono.defer(() -> statements.apply(connection)))
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(connection::command)
                    .then();
        });
    }

    private static Mono<List<SchemaObject>> present(GinoConnection connection, Collection<SchemaObject> objects) {
        Text<String> existing = Sql.text(PRESENT)
                .bind(
                        "kinds",
                        Types.TEXT.array(),
                        objects.stream().map(object -> object.kind().word()).toList())
                .bind(
                        "names",
                        Types.TEXT.array(),
                        objects.stream().map(SchemaOperations::sought).toList())
                .read(Types.TEXT);
        return connection
                .all(existing)
                .collect(Collectors.toSet())
                .map(found -> objects.stream()
                        .filter(object -> found.contains(object.kind().word() + " " + sought(object)))
                        .toList());
    }

    /** The name to look for: as SQL reads it, but for extensions. */
    static String sought(SchemaObject object) {
        return object.kind() == SchemaObject.Kind.EXTENSION
                ? object.qualifiedName().toString()
                : object.qualifiedName().sql();
    }
}
