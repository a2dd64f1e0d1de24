/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.BOOLEAN;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMPTZ;

import io.gino.compile.Compiled;
import io.gino.compile.PostgresCompiler;
import io.gino.row.Row;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Select;
import io.gino.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to turn a statement into SQL, each time that it is run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CompileBenchmark {

    private final PostgresCompiler compiler = new PostgresCompiler();

    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final Column<String> email = column("email", TEXT);
    private final Column<Integer> age = column("age", INTEGER);
    private final Column<Long> balance = column("balance", BIGINT);
    private final Column<Boolean> active = column("active", BOOLEAN);
    private final Column<String> city = column("city", TEXT);
    private final Column<String> country = column("country", TEXT);
    private final Column<OffsetDateTime> joined = column("joined", TIMESTAMPTZ);
    private final Column<Long> team = column("team_id", BIGINT).references("teams.id");
    private final MetaData metadata = new MetaData();
    private final Table users =
            metadata.table("users", id, name, email, age, balance, active, city, country, joined, team);
    private final Column<Long> teamId = column("id", BIGINT).primaryKey();
    private final Column<String> teamName = column("name", TEXT);
    private final Table teams = metadata.table("teams", teamId, teamName);

    private final Select<Row> tenColumns = search("jack%", 18);
    private final Select<Row> joinedTables = select(id, name, teamName)
            .from(users.join(teams))
            .where(id.in(List.of(1L, 2L, 3L)))
            .orderBy(teamName, id.desc())
            .limit(20);
    private final Statement<?> byKey = users.select().where(id.eq(1L));
    private final Statement<?> update =
            users.update().set(name, "daisy").set(balance, balance.plus(100)).where(id.eq(1L));

    private Select<Row> search(String pattern, int atLeast) {
        return users.select()
                .where(name.like(pattern))
                .where(age.ge(atLeast))
                .where(active.eq(true))
                .where(city.eq("Paris").or(country.eq("France")));
    }

    /** Ten columns, five conditions. */
    @Benchmark
    public Compiled tenColumnsFiveConditions() {
        return compiler.compile(tenColumns);
    }

    /** The same, and the making of the statement itself. */
    @Benchmark
    public Compiled tenColumnsFiveConditionsMadeAnew() {
        return compiler.compile(search("jack%", 18));
    }

    @Benchmark
    public Compiled rowByKey() {
        return compiler.compile(byKey);
    }

    @Benchmark
    public Compiled joinOrderLimit() {
        return compiler.compile(joinedTables);
    }

    @Benchmark
    public Compiled updateOfOneRow() {
        return compiler.compile(update);
    }
}
