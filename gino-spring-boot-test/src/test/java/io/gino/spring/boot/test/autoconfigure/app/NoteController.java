/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure.app;

import io.gino.Gino;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class NoteController {

    private final Gino db;

    NoteController(Gino db) {
        this.db = db;
    }

    @GetMapping("/notes")
    Flux<Note> all() {
        return db.query(Note.class).all();
    }

    /** In a transaction with a nested one, as larger applications have them. */
    @PostMapping("/notes")
    Mono<Note> add(@RequestBody String text) {
        return db.transaction(tx -> db.transaction(nested -> db.create(new Note(null, text))));
    }
}
