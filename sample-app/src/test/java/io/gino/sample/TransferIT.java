/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferIT extends HttpIT {

    @Test
    void movesMoneyFromOneUserToAnother() {
        long ada = stored("Ada", "ada@example.org", "100");
        long bob = stored("Bob", "bob@example.org", "1");
        post("/transfers", transfer(ada, bob, "30.50"))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"from": {"id": %d, "balance": 69.50}, "to": {"id": %d, "balance": 31.50}}""".formatted(ada, bob));
        post("/transfers", transfer(bob, ada, "31.50")).expectStatus().isOk();
        assertThat(balances()).containsExactly("101.00", "0.00");
    }

    @Test
    void anOverdraftChangesNothing() {
        long ada = stored("Ada", "ada@example.org", "10");
        long bob = stored("Bob", "bob@example.org", "1");
        assertProblem(
                post("/transfers", transfer(ada, bob, "10.01")),
                CONFLICT,
                "User %d has less than 10.01, so nothing was transferred.".formatted(ada));
        assertProblem(
                post("/transfers", transfer(bob, ada, "1.01")),
                CONFLICT,
                "User %d has less than 1.01, so nothing was transferred.".formatted(bob));
        assertThat(balances()).containsExactly("10.00", "1.00");
    }

    @Test
    void atransferToNobodyChangesNothing() {
        long ada = stored("Ada", "ada@example.org", "10");
        assertProblem(
                post("/transfers", transfer(ada, ada + 1, "1")), NOT_FOUND, "There is no user %d.".formatted(ada + 1));
        assertProblem(
                post("/transfers", transfer(ada + 1, ada, "1")), NOT_FOUND, "There is no user %d.".formatted(ada + 1));
        assertThat(balances()).containsExactly("10.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"from": 1, "to": 1, "amount": 5}              | A transfer needs two different users.
            {"from": 1, "to": 2, "amount": 0}              | The field 'amount' must be greater than 0.
            {"from": 1, "to": 2, "amount": -5}             | The field 'amount' must be greater than 0.
            {"from": 1, "to": 2, "amount": 0.001}          | The field 'amount' must have at most 13 digits before the point and 2 behind it.
            {"from": 1, "to": 2, "amount": 1e999999999}    | The field 'amount' must have at most 13 digits before the point and 2 behind it.
            {"from": 1, "to": 2}                           | The field 'amount' must be given.
            {"from": null, "to": 2, "amount": 5}           | The field 'from' must be given.
            {"from": 1.5, "to": 2, "amount": 5}            | The field 'from' cannot take this value.
            {"from": 1, "to": 2, "amount": 5, "why": "x"}  | There is no field 'why'; the fields are amount, from, to.
            """)
    void refusesWhatIsNoTransfer(String body, String detail) {
        assertProblem(post("/transfers", body), BAD_REQUEST, detail);
    }

    @Test
    void aBalanceThatWouldNotFitIsRefused() {
        long ada = stored("Ada", "ada@example.org", "10");
        long bob = stored("Bob", "bob@example.org", "9999999999999.99");
        assertProblem(
                post("/transfers", transfer(ada, bob, "10")),
                BAD_REQUEST,
                "The database cannot hold one of the values.");
        assertThat(balances()).containsExactly("10.00", "9999999999999.99");
    }

    static String transfer(long from, long to, String amount) {
        return """
                {"from": %d, "to": %d, "amount": %s}""".formatted(from, to, amount);
    }

    private List<String> balances() {
        return db.query(User.class)
                .orderBy(User_.id)
                .all()
                .map(user -> user.getBalance().toPlainString())
                .collectList()
                .block();
    }
}
