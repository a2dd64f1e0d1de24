/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonCompareMode;

class UserIT extends HttpIT {

    @Test
    void createsAUserAndSaysWhereItIs() {
        String location = post("/users", """
                        {"name": "Ada", "email": "ada@example.org", "balance": 12.5}""")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Ada")
                .jsonPath("$.balance")
                .isEqualTo(12.50)
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location");

        get(location)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"id": %s, "name": "Ada", "email": "ada@example.org", "balance": 12.50}""".formatted(location.substring("/users/".length())), JsonCompareMode.STRICT);
    }

    @Test
    void anAccountBeginsEmpty() {
        post("/users", """
                {"name": "Ada", "email": "ada@example.org"}""").expectBody().jsonPath("$.balance").isEqualTo(0.0);
    }

    @Test
    void anEmailIsTakenOnce() {
        stored("Ada", "ada@example.org", "0");
        assertProblem(post("/users", """
                {"name": "Another", "email": "ada@example.org"}"""), CONFLICT, "Another user already has this email.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "", "email": "a@example.org"}                         | The field 'name' must have 1 to 100 characters.
            {"name": " ", "email": "a@example.org"}                        | The field 'name' must have 1 to 100 characters.
            {"name": "a\\u0000", "email": "a@example.org"}                  | The field 'name' must have 1 to 100 characters.
            {"name": "a\\ud83d", "email": "a@example.org"}                  | The field 'name' must have 1 to 100 characters.
            {"name": null, "email": "a@example.org"}                       | The field 'name' must be given.
            {"email": "a@example.org"}                                     | The field 'name' must be given.
            {"name": "A", "email": "a"}                                    | The field 'email' must be an e-mail address.
            {"name": "", "email": ""}                                      | The field 'email' must have 1 to 100 characters and 'name' must have 1 to 100 characters.
            {"name": "A", "email": "a@example.org", "balance": -1}         | The field 'balance' must not be negative.
            {"name": "A", "email": "a@example.org", "balance": 0.001}      | The field 'balance' must have at most 13 digits before the point and 2 behind it.
            {"name": "A", "email": "a@example.org", "balance": 1e13}       | The field 'balance' must have at most 13 digits before the point and 2 behind it.
            {"name": "A", "email": "a@example.org", "balance": "much"}     | The field 'balance' cannot take this value.
            {"name": ["A"], "email": "a@example.org"}                      | The field 'name' cannot take this value.
            {"name": "A", "email": "a@example.org", "age": 7}              | There is no field 'age'; the fields are balance, email, name.
            {"name": "A", "email": "a@example.org", "id": 7}               | There is no field 'id'; the fields are balance, email, name.
            {"name": "A",                                                  | This is not valid JSON.
            {"name": "A", "email": "a@example.org"} and more               | This is not valid JSON.
            name=A                                                         | This is not valid JSON.
            ["A"]                                                          | This is not one JSON object.
            null                                                           | The request has no body.
            """)
    void refusesWhatIsNoUser(String body, String detail) {
        assertProblem(post("/users", body), BAD_REQUEST, detail);
    }

    @Test
    void aNameHasUpToAHundredCharactersHoweverManyBytesTheyTake() {
        post("/users", """
                {"name": "%s", "email": "a@example.org"}""".formatted("😀".repeat(100))).expectStatus().isCreated();
        assertProblem(
                post("/users", """
                {"name": "%s", "email": "b@example.org"}""".formatted("x".repeat(101))),
                BAD_REQUEST,
                "The field 'name' must have 1 to 100 characters.");
    }

    @Test
    void aUserThatIsNotThereIsNotFound() {
        assertProblem(get("/users/4711"), NOT_FOUND, "There is no user 4711.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "1.5", "9223372036854775808"})
    void anIdIsAWholeNumber(String id) {
        assertProblem(get("/users/{id}", id), BAD_REQUEST, "'" + id + "' is not a whole number.");
    }

    @Test
    void findsNamesByAnyPartAndLetterCaseApart() {
        stored("Ada Lovelace", "ada@example.org", "0");
        stored("Όμηρος", "homer@example.org", "0");
        assertThat(names("/users?q=LOVE")).containsExactly("Ada Lovelace");
        assertThat(names("/users?q=ΌΜΗ")).containsExactly("Όμηρος");
        assertThat(names("/users?q=nobody")).isEmpty();
    }

    @Test
    void takesWildcardsInASearchLiterally() {
        stored("100% Ada_", "ada@example.org", "0");
        stored("100 Ada", "other@example.org", "0");
        stored("back\\slash", "third@example.org", "0");
        assertThat(names("/users?q={q}", "0%")).containsExactly("100% Ada_");
        assertThat(names("/users?q={q}", "a_")).containsExactly("100% Ada_");
        assertThat(names("/users?q={q}", "\\s")).containsExactly("back\\slash");
    }

    @Test
    void listsPageAfterPageById() {
        List<Long> ids = IntStream.range(0, 5)
                .mapToObj(i -> stored("u" + i, i + "@example.org", "0"))
                .toList();
        assertThat(names("/users?limit=2")).containsExactly("u0", "u1");
        assertThat(names("/users?limit=2&after={id}", ids.get(1))).containsExactly("u2", "u3");
        assertThat(names("/users?limit=2&after={id}", ids.get(3))).containsExactly("u4");
    }

    @Test
    void aPageHasTwentyUsersUnlessSaidOtherwise() {
        IntStream.range(0, 25).forEach(i -> stored("u" + i, i + "@example.org", "0"));
        assertThat(names("/users")).hasSize(20);
        assertThat(names("/users?limit=100")).hasSize(25);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0     | The field 'limit' must be between 1 and 100.
            limit=101   | The field 'limit' must be between 1 and 100.
            limit=ten   | The field 'limit' must be a whole number.
            after=last  | The field 'after' must be a whole number.
            with=money  | The field 'with' can only be 'addresses'.
            """)
    void refusesAPageThatCannotBe(String query, String detail) {
        assertProblem(get("/users?" + query), BAD_REQUEST, detail);
    }

    @Test
    void aSearchForWhatPostgresCannotHoldIsRefused() {
        assertProblem(get("/users?q={q}", "\0"), BAD_REQUEST, "The database cannot hold one of the values.");
    }

    @Test
    void changesOnlyTheFieldsThatAreGiven() {
        long id = stored("Ada", "ada@example.org", "10");
        send(PATCH, "/users/" + id, """
                {"name": "Augusta"}""")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"id": %d, "name": "Augusta", "email": "ada@example.org", "balance": 10}""".formatted(id), JsonCompareMode.STRICT);
    }

    @Test
    void aChangeOfOneFieldWritesNoOther() {
        long id = stored("Ada", "ada@example.org", "10");
        try (SqlLog sql = new SqlLog()) {
            send(PATCH, "/users/" + id, """
                    {"email": "augusta@example.org"}""").expectStatus().isOk();
            assertThat(sql.statements())
                    .last()
                    .asString()
                    .startsWith("UPDATE users SET email = $1 WHERE users.id = $2");
        }
    }

    @Test
    void aChangeOfNothingChangesNothing() {
        long id = stored("Ada", "ada@example.org", "10");
        send(PATCH, "/users/" + id, "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Ada");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": null}       | The field 'name' must not be null.
            {"name": ""}         | The field 'name' must have 1 to 100 characters.
            {"email": "nobody"}  | The field 'email' must be an e-mail address.
            {"balance": -0.01}   | The field 'balance' must not be negative.
            {"nmae": "Ada"}      | There is no field 'nmae'; the fields are balance, email, name.
            """)
    void refusesAChangeThatCannotBe(String body, String detail) {
        long id = stored("Ada", "ada@example.org", "10");
        assertProblem(send(PATCH, "/users/" + id, body), BAD_REQUEST, detail);
        get("/users/" + id).expectBody().jsonPath("$.name").isEqualTo("Ada");
    }

    @Test
    void aChangeCannotTakeAnothersEmail() {
        stored("Ada", "ada@example.org", "0");
        long id = stored("Bob", "bob@example.org", "0");
        assertProblem(send(PATCH, "/users/" + id, """
                {"email": "ada@example.org"}"""), CONFLICT, "Another user already has this email.");
    }

    @Test
    void nobodyIsChangedWhoIsNotThere() {
        assertProblem(send(PATCH, "/users/4711", """
                {"name": "Ada"}"""), NOT_FOUND, "There is no user 4711.");
    }

    @Test
    void deletesAUserOnce() {
        long id = stored("Ada", "ada@example.org", "0");
        web.delete().uri("/users/" + id).exchange().expectStatus().isNoContent();
        get("/users/" + id).expectStatus().isNotFound();
        assertProblem(web.delete().uri("/users/" + id).exchange(), NOT_FOUND, "There is no user " + id + ".");
    }

    private List<String> names(String uri, Object... variables) {
        return get(uri, variables)
                .expectStatus()
                .isOk()
                .expectBodyList(User.class)
                .returnResult()
                .getResponseBody()
                .stream()
                .map(User::getName)
                .toList();
    }
}
