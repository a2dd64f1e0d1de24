/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.Commit;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** On connections of their own, or they could not meet: so nothing is undone, and all is deleted. */
@Commit
class TransfersAtOnceIT extends HttpIT {

    @AfterEach
    void delete() {
        deleteUsers();
    }

    /** Among few users, so that many transfers at the same time meet, in both directions. */
    @Test
    void manyTransfersAtOnceNeitherLoseMoneyNorDeadlock() {
        List<Long> ids = IntStream.range(0, 4)
                .mapToObj(i -> stored("u" + i, i + "@example.org", "100"))
                .toList();
        Random random = new Random(42);
        List<String> transfers = IntStream.range(0, 400)
                .mapToObj(i -> {
                    int from = random.nextInt(4);
                    int to = (from + 1 + random.nextInt(3)) % 4;
                    return TransferIT.transfer(ids.get(from), ids.get(to), String.valueOf(1 + random.nextInt(80)));
                })
                .toList();

        WebClient client = WebClient.create("http://localhost:" + port);
        List<Integer> statuses = Flux.fromIterable(transfers)
                .flatMap(transfer -> status(client, transfer), 32)
                .map(HttpStatusCode::value)
                .collectList()
                .block();

        assertThat(statuses).hasSize(400).contains(200, 409).containsOnly(200, 409);
        assertThat(db.scalar(select(sum(User_.balance)).from(User_.TABLE)).block())
                .isEqualByComparingTo("400");
        assertThat(db.query(User.class)
                        .all()
                        .map(User::getBalance)
                        .collectList()
                        .block())
                .allSatisfy(balance -> assertThat(balance).isNotNegative());
    }

    private static Mono<HttpStatusCode> status(WebClient client, String transfer) {
        return client.post()
                .uri("/transfers")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(transfer)
                .exchangeToMono(response -> response.releaseBody().thenReturn(response.statusCode()));
    }
}
