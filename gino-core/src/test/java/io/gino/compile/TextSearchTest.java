/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.EVENTS;
import static io.gino.compile.Tables.EVENT_ID;
import static io.gino.compile.Tables.EVENT_USER;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.TEAMS;
import static io.gino.compile.Tables.USERS;
import static io.gino.function.TextSearch.found;
import static io.gino.function.TextSearch.headline;
import static io.gino.function.TextSearch.phrasetoTsquery;
import static io.gino.function.TextSearch.plaintoTsquery;
import static io.gino.function.TextSearch.rank;
import static io.gino.function.TextSearch.rankByDistance;
import static io.gino.function.TextSearch.setWeight;
import static io.gino.function.TextSearch.toTsvector;
import static io.gino.function.TextSearch.websearchToTsquery;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.function.TextSearch.Weight;
import io.gino.sql.Expression;
import io.gino.sql.Lock;
import org.junit.jupiter.api.Test;

class TextSearchTest {

    private static final Expression<String> VECTOR = toTsvector("english", NAME);

    @Test
    void searches() {
        assertThatSql(select(ID).from(USERS).where(found(VECTOR, websearchToTsquery("english", "a 'or' -b"))))
                .isEqualTo(
                        "SELECT users.id FROM users WHERE to_tsvector(CAST('english'::text AS regconfig), users.name)"
                                + " @@ websearch_to_tsquery(CAST('english'::text AS regconfig), $1)")
                .binds("a 'or' -b");
    }

    @Test
    void ranks() {
        Expression<String> words = plaintoTsquery("simple", "a b");

        assertThatSql(select(rank(VECTOR, words), rankByDistance(VECTOR, words)).from(USERS))
                .isEqualTo("SELECT ts_rank(to_tsvector(CAST('english'::text AS regconfig), users.name),"
                        + " plainto_tsquery(CAST('simple'::text AS regconfig), $1)),"
                        + " ts_rank_cd(to_tsvector(CAST('english'::text AS regconfig), users.name),"
                        + " plainto_tsquery(CAST('simple'::text AS regconfig), $1)) FROM users")
                .binds("a b");
    }

    @Test
    void showsWhereItWasFound() {
        Expression<String> phrase = phrasetoTsquery("simple", "a b");

        assertThatSql(select(headline("simple", NAME, phrase), headline("simple", NAME, phrase, "MaxWords=5"))
                        .from(USERS))
                .isEqualTo("SELECT ts_headline(CAST('simple'::text AS regconfig), users.name,"
                        + " phraseto_tsquery(CAST('simple'::text AS regconfig), $1)),"
                        + " ts_headline(CAST('simple'::text AS regconfig), users.name,"
                        + " phraseto_tsquery(CAST('simple'::text AS regconfig), $1), $2) FROM users")
                .binds("a b", "MaxWords=5");
    }

    @Test
    void weighsPartsOfADocument() {
        assertThatSql(select(setWeight(VECTOR, Weight.A).concat(toTsvector("simple", EMAIL)))
                        .from(USERS))
                .isEqualTo("SELECT setweight(to_tsvector(CAST('english'::text AS regconfig), users.name), 'A')"
                        + " || to_tsvector(CAST('simple'::text AS regconfig), users.email) FROM users");
    }

    @Test
    void locksRowsOfSomeTables() {
        Lock lock = new Lock(Lock.Strength.UPDATE, Lock.Wait.SKIP_LOCKED);

        assertThatSql(select(EVENT_ID)
                        .from(EVENTS.join(USERS, EVENT_USER.eq(ID)))
                        .lock(lock.of(EVENTS, USERS)))
                .isEqualTo("SELECT app.events.id FROM app.events JOIN users ON app.events.user_id = users.id"
                        + " FOR UPDATE OF events, users SKIP LOCKED");
        assertThatThrownBy(() ->
                        new PostgresCompiler().compile(select(ID).from(USERS).lock(lock.of(TEAMS))))
                .isInstanceOf(StatementException.class)
                .hasMessage("Rows of 'teams' cannot be locked: it is not in FROM, which has: users.");
    }
}
