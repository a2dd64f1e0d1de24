/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A line of a file, counted from 1, or what has become of it. */
record Line<T>(long number, T content) {

    <R> Line<R> with(R newContent) {
        return new Line<>(number, newContent);
    }

    ResponseStatusException refused(HttpStatus status, String sentence) {
        return new ResponseStatusException(status, "Line " + number + ": " + sentence);
    }
}
