/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure.app;

import io.gino.Gino;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
public class Notes {

    private final Gino db;

    Notes(Gino db) {
        this.db = db;
    }

    public Mono<Note> add(String text) {
        return db.create(new Note(null, text));
    }
}
