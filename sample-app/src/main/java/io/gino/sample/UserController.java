/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static io.gino.load.ModelLoader.load;

import io.gino.Gino;
import io.gino.crud.ModelQuery;
import io.gino.load.ModelLoader;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/users")
class UserController {

    private static final ModelLoader<User> WITH_ADDRESSES =
            load(User.class).distinct(User_.id).with(User::addAddress, load(Address.class));

    private final Gino db;

    UserController(Gino db) {
        this.db = db;
    }

    @PostMapping
    Mono<ResponseEntity<User>> create(@Valid @RequestBody NewUser user) {
        return db.create(user.toUser())
                .map(stored -> ResponseEntity.created(URI.create("/users/" + stored.getId()))
                        .body(stored));
    }

    @GetMapping("/{id}")
    Mono<User> get(@PathVariable long id) {
        return db.get(User.class, id).switchIfEmpty(NoSuchUser.error(id));
    }

    @GetMapping
    Flux<User> search(@Valid Page page) {
        return find(load(User.class), page).all();
    }

    @GetMapping(params = "with")
    Flux<UserWithAddresses> searchWithAddresses(@Valid Page page) {
        return find(WITH_ADDRESSES, page).all().map(UserWithAddresses::new);
    }

    private ModelQuery<User> find(ModelLoader<User> loader, Page page) {
        return db.query(loader)
                .where(User_.name.containsIgnoreCase(page.q().orElse("")))
                .where(User_.id.gt(page.after().orElse(0L)))
                .orderBy(User_.id)
                .limit(page.limit().orElse(20));
    }

    @PatchMapping("/{id}")
    Mono<User> change(@PathVariable long id, @Valid @RequestBody UserChanges changes) {
        return get(id).flatMap(user -> db.update(user)
                .setIfPresent(User_.name, changes.name())
                .setIfPresent(User_.email, changes.email())
                .setIfPresent(User_.balance, changes.balance())
                .apply());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable long id) {
        return get(id).flatMap(db::delete).then();
    }
}
