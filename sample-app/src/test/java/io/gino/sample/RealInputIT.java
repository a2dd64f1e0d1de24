/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_NDJSON;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Names as people have them, and as nobody should. */
class RealInputIT extends HttpIT {

    private static final int USERS = 50_000;

    private static final List<String> PIECES = List.of(
            "Ada",
            "Ζωή",
            "Ὀδυσσεύς",
            "李小龙",
            "𠮷野",
            "محمد",
            "نور\u200Fا",
            "שרה",
            "Müller",
            "Mu\u0308ller",
            "Łukasz",
            "👩‍👩‍👧",
            "🇬🇷",
            "😀",
            "O'Brien",
            "\"quoted\"",
            "back\\slash",
            "\\n",
            "\\u0041",
            "\\",
            "''",
            "$1",
            "$$",
            ":name",
            "?",
            "%",
            "_",
            "{}",
            "[null]",
            "--",
            "/* */",
            ";",
            "SELECT",
            "DROP TABLE users",
            "' OR 1=1 --",
            "NULL",
            "null",
            "\t",
            "\n",
            "\r\n",
            "\u0001",
            "\u00A0",
            "\u2028",
            "\uFEFF",
            "\uFFFD",
            "\uFFFF",
            "\\x00",
            ",",
            "\"");

    record Person(String name, String email, BigDecimal balance) {}

    @Autowired
    JsonMapper json;

    @Test
    void whatComesOutEqualsWhatWentIn() {
        List<Person> people = people();
        WebClient client =
                WebClient.builder().baseUrl("http://localhost:" + port).build();

        String answer = client.post()
                .uri("/users/import")
                .contentType(APPLICATION_NDJSON)
                .body(lines(people), String.class)
                .retrieve()
                .bodyToMono(String.class)
                .block();
        List<Person> exported = client.get()
                .uri("/users/export")
                .retrieve()
                .bodyToFlux(User.class)
                .map(user -> new Person(user.getName(), user.getEmail(), user.getBalance()))
                .collectList()
                .block();

        assertThat(answer).isEqualTo("{\"stored\":%d}".formatted(USERS));
        assertThat(exported).isEqualTo(people);
    }

    /** Not each in a write of its own. */
    private Flux<String> lines(List<Person> people) {
        return Flux.fromIterable(people)
                .map(person -> json.writeValueAsString(person) + "\n")
                .buffer(100)
                .map(lines -> String.join("", lines));
    }

    private static List<Person> people() {
        Random random = new Random(2026);
        return IntStream.range(0, USERS)
                .mapToObj(i -> new Person(
                        name(random, i), i + "@example.org", BigDecimal.valueOf(random.nextInt(100_000_000), 2)))
                .toList();
    }

    private static String name(Random random, int number) {
        StringBuilder name = new StringBuilder();
        random.ints(1 + random.nextInt(5), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .forEach(name::append);
        return name.append(' ').append(number).toString();
    }
}
