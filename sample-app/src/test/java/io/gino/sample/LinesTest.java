/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class LinesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void areTheSameWhereverTheBodyIsCut(int size) {
        byte[] body = "one\n\n τρία\r\n\t\nfünf".getBytes(StandardCharsets.UTF_8);
        Flux<byte[]> pieces = Flux.range(0, (body.length + size - 1) / size)
                .map(i -> Arrays.copyOfRange(body, i * size, Math.min(body.length, (i + 1) * size)));
        assertThat(lines(pieces)).containsExactly("1:one", "3: τρία\r", "5:fünf");
    }

    @Test
    void ofNothingAreNone() {
        assertThat(lines(Flux.empty())).isEmpty();
    }

    @Test
    void areReadAsTheyComeWithoutTheEndOfTheBody() {
        StepVerifier.create(Lines.of(
                        Flux.just("one\ntwo".getBytes(StandardCharsets.UTF_8)).concatWith(Flux.never())))
                .expectNextCount(1)
                .thenCancel()
                .verify();
    }

    @Test
    void thatDoNotEndAreRefused() {
        StepVerifier.create(Lines.of(Flux.just(("one\n" + "x".repeat(10_001)).getBytes(StandardCharsets.UTF_8))))
                .verifyErrorMessage("400 BAD_REQUEST \"Line 2: It is longer than 10000 bytes.\"");
    }

    private static List<String> lines(Flux<byte[]> body) {
        return Lines.of(body)
                .map(line -> line.number() + ":" + new String(line.content(), StandardCharsets.UTF_8))
                .collectList()
                .block();
    }
}
