/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;

/** The walk of README.md, command by command; a comment behind one is the status that it is answered with. */
class ReadmeIT extends HttpIT {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @Test
    void theWalkGoesAsItSays() throws IOException {
        db.status(text("TRUNCATE users, addresses RESTART IDENTITY")).block();
        List<String> walk;
        try (var lines = Files.lines(Path.of("README.md"))) {
            walk = lines.filter(line -> line.startsWith("curl ")).toList();
        }
        assertThat(walk).hasSizeGreaterThan(10).allSatisfy(this::answersAsSaid);
    }

    private void answersAsSaid(String command) {
        String[] parts = command.split(" +# ");
        int status = request(parts[0])
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
        if (parts.length == 2) {
            assertThat(status).isEqualTo(Integer.parseInt(parts[1]));
        } else {
            assertThat(status).isBetween(200, 299);
        }
    }

    private RequestBodySpec request(String curl) {
        HttpMethod method = HttpMethod.GET;
        String contentType = "application/json";
        String data = "";
        String url = "";
        Deque<String> words = words(curl);
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "curl" -> {}
                case "-X" -> method = HttpMethod.valueOf(words.pop());
                case "-H" -> contentType = words.pop().replace("Content-Type: ", "");
                case "-d" -> data = words.pop();
                default -> url = word.replace("localhost:8080", "");
            }
        }
        boolean post = method.equals(HttpMethod.GET) && !data.isEmpty();
        RequestBodySpec request = web.method(post ? HttpMethod.POST : method).uri(url);
        return data.isEmpty()
                ? request
                : (RequestBodySpec) request.header("Content-Type", contentType).bodyValue(data);
    }

    private static Deque<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(ReadmeIT::word)
                .collect(ArrayDeque::new, ArrayDeque::add, ArrayDeque::addAll);
    }

    private static String word(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
