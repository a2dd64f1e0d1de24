/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.JOINED;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Expression;
import io.gino.sql.Orderings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderingsTest {

    private static final Orderings ORDERINGS = Orderings.of(names());

    private static Map<String, Expression<?>> names() {
        Map<String, Expression<?>> names = new LinkedHashMap<>();
        names.put("name", lower(NAME));
        names.put("created", JOINED);
        names.put("id", ID);
        return names;
    }

    @Test
    void ordersAsTheClientAsks() {
        assertThatSql(select(ID).from(USERS).orderBy(ORDERINGS.parse("name,-created, id ")))
                .isEqualTo("SELECT users.id FROM users ORDER BY lower(users.name), users.joined DESC, users.id");
        assertThatSql(select(ID).from(USERS).union(select(ID).from(USERS)).orderBy(ORDERINGS.parse("-id")))
                .isEqualTo("SELECT users.id FROM users UNION SELECT users.id FROM users ORDER BY 1 DESC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void blankTextAsksForNoOrder(String text) {
        assertThat(ORDERINGS.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nmae | nmae | Did you mean 'name'? ",
                "name,-Created | Created | Did you mean 'created'? ",
                "id; DROP TABLE users; -- | id; DROP TABLE users; -- | ``",
                "id DESC | id DESC | ``",
                "name,,id | `` | Did you mean 'id'? ",
                "--id | -id | Did you mean 'id'? ",
                "users.id | users.id | ``",
                "1 | 1 | Did you mean 'id'? "
            })
    void refusesWhatIsNotListed(String text, String name, String hint) {
        assertThatThrownBy(() -> ORDERINGS.parse(text))
                .isInstanceOf(StatementException.class)
                .hasMessage("The list of orders has no '" + name + "'. " + (hint.isEmpty() ? "" : hint.strip() + " ")
                        + "It has: name, created, id.");
    }

    @Test
    void refusesANameTwice() {
        assertThatThrownBy(() -> ORDERINGS.parse("id,name,-id")).hasMessage("The order names 'id' twice.");
    }

    @Test
    void refusesNamesThatNoClientCouldAskFor() {
        assertThatThrownBy(() -> Orderings.of(Map.of("-a", ID)))
                .hasMessage("Rows cannot be ordered by the name '-a': it is empty, begins with '-', or holds a comma or"
                        + " spaces around it.");
        assertThatThrownBy(() -> Orderings.of(Map.of())).hasMessage("Orderings need at least one name to order by.");
    }
}
