/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** A 404 that says which user is not there. */
class NoSuchUser extends ResponseStatusException {

    NoSuchUser(long id) {
        super(HttpStatus.NOT_FOUND, "There is no user " + id + ".");
    }

    static <T> Mono<T> error(long id) {
        return Mono.error(() -> new NoSuchUser(id));
    }
}
