/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a request asks for is not in the database: it is answered with 404 and the reason.
 *
 * @since 0.1.0
 */
public class NotFoundException extends ResponseStatusException {

    /** @param reason what the client is told; it holds nothing that the client must not see */
    public NotFoundException(String reason) {
        super(HttpStatus.NOT_FOUND, reason);
    }
}
