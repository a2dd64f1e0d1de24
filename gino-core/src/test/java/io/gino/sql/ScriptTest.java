/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTest {

    private static Iterable<Script.Part> parts(String text) {
        return Script.parse(text).parts();
    }

    @Test
    void cutsAtSemicolonsAndKnowsTheLines() {
        assertThat(parts("INSERT INTO a\nVALUES (1);\n\n-- the second\n  SELECT 1; SELECT 2"))
                .containsExactly(
                        new Script.Part(1, "INSERT INTO a\nVALUES (1)"),
                        new Script.Part(5, "SELECT 1"),
                        new Script.Part(5, "SELECT 2"));
    }

    @Test
    void quotesAndCommentsHideSemicolons() {
        assertThat(parts("""
                SELECT 'a;''b', E'c\\';', ";", $$;$$, $x$ ; $$ ; $x$ /* ; /* ; */ ; */ -- ;
                , 1;
                SELECT 2;
                """)).extracting(Script.Part::line).containsExactly(1, 3);
    }

    @Test
    void bodiesOfFunctionsHideSemicolons() {
        assertThat(parts("""
                CREATE FUNCTION f(i int) RETURNS int LANGUAGE sql BEGIN ATOMIC
                  SELECT CASE WHEN i > 0 THEN 1 END;
                  SELECT 2;
                END;
                SELECT f(1);
                """)).extracting(Script.Part::line).containsExactly(1, 5);
    }

    @Test
    void transactionsAndColumnsNamedLikeBodiesDoNot() {
        assertThat(parts("BEGIN; SELECT CASE 1 WHEN 1 THEN 2 END; COMMIT; SELECT my_begin, atomic FROM t"))
                .extracting(Script.Part::sql)
                .containsExactly(
                        "BEGIN", "SELECT CASE 1 WHEN 1 THEN 2 END", "COMMIT", "SELECT my_begin, atomic FROM t");
    }

    @Test
    void nothingButSpaceAndCommentsIsNothing() {
        assertThat(parts("\uFEFF -- a\n;; /* b */ ;\n")).isEmpty();
    }

    @Test
    void nothingInItIsAParameter() {
        assertThat(Script.parse("SELECT a[1:n]; SELECT ':x'")
                        .parts()
                        .get(0)
                        .statement()
                        .toString())
                .isEqualTo("SELECT a[1:n]");
    }
}
