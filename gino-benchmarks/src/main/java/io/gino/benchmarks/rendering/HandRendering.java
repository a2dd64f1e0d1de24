/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.rendering;

import java.util.ArrayList;
import java.util.List;

/** What a careful engineer writes who has no library: conditions one after the other into a StringBuilder. */
public final class HandRendering implements Rendering<RenderedSql> {

    private static final String SELECT =
            "SELECT id, name, email, age, balance, active, city, country, joined, team_id FROM users WHERE ";

    @Override
    public RenderedSql render(Search search) {
        StringBuilder sql = new StringBuilder(256).append(SELECT);
        List<Object> binds = new ArrayList<>(5);
        bind(sql.append("name LIKE "), binds, search.name());
        bind(sql.append(" AND age >= "), binds, search.age());
        bind(sql.append(" AND active = "), binds, search.active());
        bind(sql.append(" AND (city = "), binds, search.city());
        bind(sql.append(" OR country = "), binds, search.country());
        return new RenderedSql(sql.append(") ORDER BY name, id DESC").toString(), binds);
    }

    private static void bind(StringBuilder sql, List<Object> binds, Object value) {
        binds.add(value);
        sql.append('$').append(binds.size());
    }

    @Override
    public String sql(RenderedSql rendered) {
        return rendered.sql();
    }

    @Override
    public List<Object> binds(RenderedSql rendered) {
        return rendered.binds();
    }
}
