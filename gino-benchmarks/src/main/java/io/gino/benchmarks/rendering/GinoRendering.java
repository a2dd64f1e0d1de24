/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.rendering;

import static io.gino.schema.Schema.column;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.BOOLEAN;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMPTZ;

import io.gino.compile.BindSlot;
import io.gino.compile.Compiled;
import io.gino.compile.PostgresCompiler;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import java.time.OffsetDateTime;
import java.util.List;

/** GINO's. */
public final class GinoRendering implements Rendering<Compiled> {

    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final Column<String> email = column("email", TEXT);
    private final Column<Integer> age = column("age", INTEGER);
    private final Column<Long> balance = column("balance", BIGINT);
    private final Column<Boolean> active = column("active", BOOLEAN);
    private final Column<String> city = column("city", TEXT);
    private final Column<String> country = column("country", TEXT);
    private final Column<OffsetDateTime> joined = column("joined", TIMESTAMPTZ);
    private final Column<Long> team = column("team_id", BIGINT);
    private final Table users =
            new MetaData().table("users", id, name, email, age, balance, active, city, country, joined, team);
    private final PostgresCompiler compiler = new PostgresCompiler();

    @Override
    public Compiled render(Search search) {
        return compiler.compile(users.select()
                .where(name.like(search.name()))
                .where(age.ge(search.age()))
                .where(active.eq(search.active()))
                .where(city.eq(search.city()).or(country.eq(search.country())))
                .orderBy(name, id.desc()));
    }

    @Override
    public String sql(Compiled rendered) {
        return rendered.sql();
    }

    @Override
    public List<Object> binds(Compiled rendered) {
        return rendered.slots().stream().<Object>map(BindSlot::value).toList();
    }
}
