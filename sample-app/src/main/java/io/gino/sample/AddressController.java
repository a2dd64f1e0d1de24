/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import io.gino.Gino;
import io.gino.error.ForeignKeyViolation;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/users/{id}/addresses")
class AddressController {

    private final Gino db;

    AddressController(Gino db) {
        this.db = db;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Address> create(@PathVariable long id, @Valid @RequestBody NewAddress address) {
        return db.create(address.of(id)).onErrorMap(ForeignKeyViolation.class, e -> new NoSuchUser(id));
    }

    @GetMapping
    Flux<Address> list(@PathVariable long id) {
        return db.get(User.class, id)
                .switchIfEmpty(NoSuchUser.error(id))
                .thenMany(db.query(Address.class)
                        .where(Address_.userId.eq(id))
                        .orderBy(Address_.id)
                        .all());
    }
}
