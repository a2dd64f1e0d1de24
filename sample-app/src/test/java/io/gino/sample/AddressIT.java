/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;

class AddressIT extends HttpIT {

    private static final String STREET = """
            {"street": "12 St James's Square", "city": "London"}""";

    @Test
    void aUserHasAddresses() {
        long id = stored("Ada", "ada@example.org", "0");
        post("/users/" + id + "/addresses", STREET)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.id")
                .isNumber()
                .jsonPath("$.userId")
                .isEqualTo(id);

        get("/users/" + id + "/addresses").expectStatus().isOk().expectBody().json("""
                [{"userId": %d, "street": "12 St James's Square", "city": "London"}]""".formatted(id));
    }

    @Test
    void aUserWithoutAddressesHasAnEmptyList() {
        long id = stored("Ada", "ada@example.org", "0");
        get("/users/" + id + "/addresses").expectStatus().isOk().expectBody().json("[]", JsonCompareMode.STRICT);
    }

    @Test
    void nobodyHasAddressesWhoIsNotThere() {
        assertProblem(get("/users/4711/addresses"), NOT_FOUND, "There is no user 4711.");
        assertProblem(post("/users/4711/addresses", STREET), NOT_FOUND, "There is no user 4711.");
    }

    @Test
    void refusesWhatIsNoAddress() {
        long id = stored("Ada", "ada@example.org", "0");
        assertProblem(
                post("/users/" + id + "/addresses", """
                {"street": ""}"""),
                BAD_REQUEST,
                "The field 'city' must be given and 'street' must have 1 to 100 characters.");
    }

    @Test
    void addressesGoWithTheirUser() {
        long id = stored("Ada", "ada@example.org", "0");
        post("/users/" + id + "/addresses", STREET).expectStatus().isCreated();
        web.delete().uri("/users/" + id).exchange().expectStatus().isNoContent();
        assertThat(db.query(Address.class).count().block()).isZero();
    }

    @Test
    void usersAreListedWithTheirAddresses() {
        long ada = stored("Ada", "ada@example.org", "0");
        long bob = stored("Bob", "bob@example.org", "0");
        db.createMany(List.of(new Address(null, ada, "First", "London"), new Address(null, ada, "Second", "Paris")))
                .blockLast();

        get("/users?with=addresses").expectStatus().isOk().expectBody().json("""
                [{"id": %d, "name": "Ada", "email": "ada@example.org", "balance": 0,
                  "addresses": [{"street": "First", "city": "London"}, {"street": "Second", "city": "Paris"}]},
                 {"id": %d, "name": "Bob", "email": "bob@example.org", "balance": 0, "addresses": []}]""".formatted(ada, bob));
    }

    @Test
    void onlyWhoAsksForAddressesGetsThem() {
        stored("Ada", "ada@example.org", "0");
        get("/users").expectBody().jsonPath("$[0].addresses").doesNotExist();
    }

    @Test
    void usersWithTheirAddressesAreOneStatement() {
        IntStream.range(0, 10).forEach(i -> withTwoAddresses("u" + i));
        try (SqlLog sql = new SqlLog()) {
            get("/users?with=addresses").expectStatus().isOk();
            assertThat(sql.statements()).hasSize(1);
        }
    }

    @Test
    void aPageCountsUsersNotTheirAddresses() {
        IntStream.range(0, 5).forEach(i -> withTwoAddresses("u" + i));
        get("/users?with=addresses&limit=3&q=u")
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(3)
                .jsonPath("$[2].addresses.length()")
                .isEqualTo(2);
    }

    private void withTwoAddresses(String name) {
        long id = stored(name, name + "@example.org", "0");
        db.createMany(List.of(new Address(null, id, "First", "London"), new Address(null, id, "Second", "Paris")))
                .blockLast();
    }
}
