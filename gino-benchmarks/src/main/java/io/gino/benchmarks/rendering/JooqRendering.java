/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.rendering;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ's, with typed fields and without a database: the text and then the values. */
public final class JooqRendering implements Rendering<RenderedSql> {

    private static final Table<Record> USERS = table(name("users"));
    private static final Field<Long> ID = column("id", SQLDataType.BIGINT);
    private static final Field<String> NAME = column("name", SQLDataType.CLOB);
    private static final Field<String> EMAIL = column("email", SQLDataType.CLOB);
    private static final Field<Integer> AGE = column("age", SQLDataType.INTEGER);
    private static final Field<Long> BALANCE = column("balance", SQLDataType.BIGINT);
    private static final Field<Boolean> ACTIVE = column("active", SQLDataType.BOOLEAN);
    private static final Field<String> CITY = column("city", SQLDataType.CLOB);
    private static final Field<String> COUNTRY = column("country", SQLDataType.CLOB);
    private static final Field<OffsetDateTime> JOINED = column("joined", SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<Long> TEAM = column("team_id", SQLDataType.BIGINT);

    private final DSLContext jooq = DSL.using(SQLDialect.POSTGRES);

    private static <T> Field<T> column(String column, DataType<T> type) {
        return field(name("users", column), type);
    }

    @Override
    public RenderedSql render(Search search) {
        Select<?> select = select(search);
        return new RenderedSql(select.getSQL(), select.getBindValues());
    }

    /** Only the text, for which jOOQ walks the statement once and not twice. */
    public String text(Search search) {
        return select(search).getSQL();
    }

    private Select<?> select(Search search) {
        return jooq.select(ID, NAME, EMAIL, AGE, BALANCE, ACTIVE, CITY, COUNTRY, JOINED, TEAM)
                .from(USERS)
                .where(NAME.like(search.name()))
                .and(AGE.ge(search.age()))
                .and(ACTIVE.eq(search.active()))
                .and(CITY.eq(search.city()).or(COUNTRY.eq(search.country())))
                .orderBy(NAME, ID.desc());
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
