/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ACTIVE;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_EMAIL;
import static io.gino.compile.Tables.ADDRESS_ID;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.mergeAction;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.sql.Sql.values;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.sql.ColumnClause;
import io.gino.sql.CommonTable;
import io.gino.sql.Condition;
import io.gino.sql.Merge;
import io.gino.sql.Subquery;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static Merge<Row> merge() {
        return USERS.mergeUsing(ADDRESSES, ID.eq(ADDRESS_USER));
    }

    @Test
    void changesAddsAndRemoves() {
        assertThatSql(merge().whenMatched(Condition.of(ACTIVE).or(AGE.gt(1)))
                        .update(row -> row.set(EMAIL, ADDRESS_EMAIL).set(AGE, 2))
                        .whenMatched()
                        .delete()
                        .whenNotMatched(ADDRESS_ID.gt(3L))
                        .insert(row -> row.set(ID, ADDRESS_USER).set(EMAIL, "x"))
                        .whenNotMatched()
                        .doNothing())
                .isEqualTo("MERGE INTO users USING addresses ON users.id = addresses.user_id"
                        + " WHEN MATCHED AND (users.active OR users.age > $1)"
                        + " THEN UPDATE SET email = addresses.email, age = $2 WHEN MATCHED THEN DELETE"
                        + " WHEN NOT MATCHED AND addresses.id > $3 THEN INSERT (id, email) VALUES (addresses.user_id, $4)"
                        + " WHEN NOT MATCHED THEN DO NOTHING")
                .binds(1, 2, 3L, "x");
    }

    @Test
    void knowsRowsThatTheSourceDoesNotHaveAndReturnsWhatItDid() {
        assertThatSql(merge().whenNotMatchedBySource(AGE.lt(9))
                        .doNothing()
                        .whenNotMatchedBySource()
                        .delete()
                        .whenNotMatched()
                        .insert(row -> row)
                        .returning(mergeAction(), ID, ADDRESS_ID))
                .isEqualTo("MERGE INTO users USING addresses ON users.id = addresses.user_id"
                        + " WHEN NOT MATCHED BY SOURCE AND users.age < $1 THEN DO NOTHING"
                        + " WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED THEN INSERT DEFAULT VALUES"
                        + " RETURNING merge_action(), users.id, addresses.id")
                .binds(9);
    }

    @Test
    void takesItsRowsFromValuesAndFeedsAQuery() {
        Subquery given = values(List.of(value(BIGINT, 1L), value(TEXT, "a"))).asTable("given", "id", "name");
        ColumnClause<Long> key = given.column("id", BIGINT);
        CommonTable merged = USERS.mergeUsing(given, ID.eq(key))
                .whenMatched()
                .update(row -> row.set(NAME, given.column("name", TEXT)))
                .returning(ID)
                .asCommonTable("merged");

        assertThatSql(select(count()).from(merged))
                .isEqualTo("WITH merged AS (MERGE INTO users USING (VALUES ($1, $2)) AS given (id, name)"
                        + " ON users.id = given.id WHEN MATCHED THEN UPDATE SET name = given.name RETURNING users.id)"
                        + " SELECT count(*) FROM merged")
                .binds(1L, "a");
    }

    @Test
    void refusesWhatItCannotSay() {
        assertThatThrownBy(() -> new PostgresCompiler().compile(merge()))
                .isInstanceOf(StatementException.class)
                .hasMessage("MERGE into 'users' does nothing. Add whenMatched(), whenNotMatched() or"
                        + " whenNotMatchedBySource().");
        assertThatThrownBy(() -> merge().whenMatched().update(row -> row))
                .hasMessage("MERGE into 'users' updates nothing in one of its branches. Add set(column, value), or use"
                        + " doNothing().");
        assertThatThrownBy(() ->
                        merge().whenMatched().update(row -> row.set(AGE, 1).where(ACTIVE)))
                .hasMessage(
                        "MERGE into 'users' changes a row only by set(…): its condition belongs into the branch, and"
                                + " its returning(…) at the end.");
        assertThatThrownBy(() -> merge().whenNotMatched()
                        .insert(row -> row.set(AGE, 1).onConflict().doNothing()))
                .hasMessage("MERGE into 'users' adds a row only by set(…): no other rows, no onConflict(…), and its"
                        + " returning(…) at the end.");
        assertThatThrownBy(
                        () -> merge().whenMatched().delete().whenMatched(ACTIVE).doNothing())
                .hasMessage(
                        "MERGE into 'users' never comes to a branch for MATCHED: an earlier one takes all such rows."
                                + " Give that one a condition, or put it last.");
    }

    @Test
    void refusesColumnsOfTheRowThatIsNotThere() {
        assertThatThrownBy(() ->
                        new PostgresCompiler().compile(merge().whenNotMatched().insert(row -> row.set(AGE, AGE))))
                .hasMessage("Column 'users.age' is used, but 'users' is not in FROM, which has: addresses.");
        assertThatThrownBy(() -> new PostgresCompiler()
                        .compile(merge().whenNotMatchedBySource().update(row -> row.set(EMAIL, ADDRESS_EMAIL))))
                .hasMessage("Column 'addresses.email' is used, but 'addresses' is not in FROM, which has: users.");
    }
}
