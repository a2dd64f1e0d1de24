/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;

/** Cuts a body into lines, wherever the network has cut it. Blank lines are counted and left out. Single-use. */
final class Lines {

    private static final int LONGEST = 10_000;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number = 1;

    private Lines() {}

    static Flux<Line<byte[]>> of(Flux<byte[]> body) {
        return Flux.defer(() -> {
            Lines lines = new Lines();
            return body.concatMapIterable(lines::read, 1).concatWith(Flux.defer(() -> Flux.fromIterable(lines.end())));
        });
    }

    /** The lines that end in this piece of the body. */
    private List<Line<byte[]>> read(byte[] piece) {
        List<Line<byte[]>> ended = new ArrayList<>();
        for (byte next : piece) {
            if (next == '\n') {
                ended.addAll(end());
            } else {
                add(next);
            }
        }
        return ended;
    }

    private void add(byte next) {
        line.write(next);
        if (line.size() > LONGEST) {
            throw new Line<>(number, line).refused(HttpStatus.BAD_REQUEST, "It is longer than " + LONGEST + " bytes.");
        }
    }

    private List<Line<byte[]>> end() {
        Line<byte[]> ended = new Line<>(number++, line.toByteArray());
        line.reset();
        return isBlank(ended.content()) ? List.of() : List.of(ended);
    }

    private static boolean isBlank(byte[] content) {
        for (byte b : content) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
