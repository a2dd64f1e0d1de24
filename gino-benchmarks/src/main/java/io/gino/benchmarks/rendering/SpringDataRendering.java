/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.rendering;

import static org.springframework.data.relational.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Order;
import org.springframework.data.r2dbc.core.DefaultReactiveDataAccessStrategy;
import org.springframework.data.r2dbc.core.StatementMapper;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.r2dbc.core.PreparedOperation;
import org.springframework.r2dbc.core.binding.BindTarget;

/** Spring Data R2DBC's, by what its template itself uses. */
public final class SpringDataRendering implements Rendering<RenderedSql> {

    private static final String[] COLUMNS = {
        "id", "name", "email", "age", "balance", "active", "city", "country", "joined", "team_id"
    };

    private final StatementMapper mapper =
            new DefaultReactiveDataAccessStrategy(PostgresDialect.INSTANCE).getStatementMapper();

    @Override
    public RenderedSql render(Search search) {
        Criteria criteria = where("name")
                .like(search.name())
                .and(where("age").greaterThanOrEquals(search.age()))
                .and(where("active").is(search.active()))
                .and(where("city").is(search.city()).or(where("country").is(search.country())));
        PreparedOperation<?> operation = mapper.getMappedObject(mapper.createSelect("users")
                .withProjection(COLUMNS)
                .withCriteria(criteria)
                .withSort(Sort.by(Order.asc("name"), Order.desc("id"))));
        Binds binds = new Binds();
        operation.bindTo(binds);
        return new RenderedSql(operation.toQuery(), binds.values);
    }

    @Override
    public String sql(RenderedSql rendered) {
        return rendered.sql();
    }

    @Override
    public List<Object> binds(RenderedSql rendered) {
        return rendered.binds();
    }

    /** Stands for the driver's statement. */
    private static final class Binds implements BindTarget {

        private final List<Object> values = new ArrayList<>(5);

        @Override
        public void bind(String identifier, Object value) {
            values.add(value);
        }

        @Override
        public void bind(int index, Object value) {
            values.add(index, value);
        }

        @Override
        public void bindNull(String identifier, Class<?> type) {
            throw new UnsupportedOperationException("The statement has no null");
        }

        @Override
        public void bindNull(int index, Class<?> type) {
            throw new UnsupportedOperationException("The statement has no null");
        }
    }
}
