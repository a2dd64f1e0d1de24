/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.AccountSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SQL by hand, for those who take it so. */
final class HandSql {

    static final String COLUMNS = "id, name, email, age, balance, active, score, created_at";
    static final String GET = "SELECT " + COLUMNS + " FROM accounts WHERE id = $1";
    static final String LIST = "SELECT " + COLUMNS + " FROM accounts ORDER BY id LIMIT $1";
    static final String STREAM = "SELECT " + COLUMNS + " FROM accounts ORDER BY id";
    static final String INSERT = "INSERT INTO accounts (name, email, age, balance, active, score, created_at)"
            + " VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    static final String RENAME = "UPDATE accounts SET name = $1 WHERE id = $2";
    static final String UNNEST = "INSERT INTO accounts (name, email, age, balance, active, score, created_at)"
            + " SELECT * FROM unnest($1::text[], $2::text[], $3::int4[], $4::int8[], $5::bool[], $6::float8[],"
            + " $7::timestamptz[])";

    static final String TEAMS = "SELECT t.id, t.name, m.id, m.team_id, m.name FROM teams t"
            + " LEFT JOIN members m ON m.team_id = t.id ORDER BY t.id, m.id";
    static final String ADD_TO_ACCOUNT = "UPDATE accounts SET balance = balance + $1 WHERE id = $2";
    static final String BALANCE = "SELECT balance FROM accounts WHERE id = $1";
    static final String ADD_TO_TELLER = "UPDATE tellers SET balance = balance + $1 WHERE id = $2";
    static final String ADD_TO_BRANCH = "UPDATE branches SET balance = balance + $1 WHERE id = $2";
    static final String HISTORY =
            "INSERT INTO history (account_id, teller_id, branch_id, delta) VALUES ($1, $2, $3, $4)";
    static final String WORLD = "SELECT id, randomnumber FROM world WHERE id = $1";
    static final String UPDATE_WORLDS = "UPDATE world SET randomnumber = changed.number"
            + " FROM unnest($1::int4[], $2::int4[]) AS changed (id, number) WHERE world.id = changed.id";
    static final String FORTUNES = "SELECT id, message FROM fortune";

    private HandSql() {}

    /** A dynamic query: its text and the values for it. */
    record Query(String sql, List<Object> binds) {

        static Query of(AccountSearch search) {
            StringBuilder sql = new StringBuilder("SELECT ").append(COLUMNS).append(" FROM accounts");
            List<Object> binds = new ArrayList<>();
            add(sql, binds, "name LIKE ", search.namePattern());
            add(sql, binds, "age >= ", search.minAge());
            add(sql, binds, "active = ", search.active());
            add(sql, binds, "balance >= ", search.minBalance());
            sql.append(search.lastFirst() ? " ORDER BY id DESC LIMIT $" : " ORDER BY id LIMIT $");
            binds.add(AccountSearch.LIMIT);
            return new Query(sql.append(binds.size()).toString(), binds);
        }

        private static void add(StringBuilder sql, List<Object> binds, String condition, Optional<?> value) {
            if (value.isPresent()) {
                sql.append(binds.isEmpty() ? " WHERE " : " AND ").append(condition);
                binds.add(value.get());
                sql.append('$').append(binds.size());
            }
        }
    }
}
