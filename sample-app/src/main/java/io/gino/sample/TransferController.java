/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import io.gino.Gino;
import io.gino.error.CheckViolation;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

@RestController
class TransferController {

    private final Gino db;

    TransferController(Gino db) {
        this.db = db;
    }

    /** The two users after a transfer. */
    record Transferred(User from, User to) {}

    /** Changes both balances or none: an overdraft breaks the check of the table, and everything is rolled back. */
    @PostMapping("/transfers")
    Mono<Transferred> transfer(@Valid @RequestBody Transfer transfer) {
        if (transfer.from().equals(transfer.to())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A transfer needs two different users.");
        }
        Mono<User> debit = add(transfer.from(), transfer.amount().negate());
        Mono<User> credit = add(transfer.to(), transfer.amount());
        // The lower id first: opposite transfers then lock the two rows in the same order, and cannot deadlock.
        return db.transaction(tx -> transfer.from() < transfer.to()
                        ? debit.zipWhen(from -> credit, Transferred::new)
                        : credit.zipWhen(to -> debit, (to, from) -> new Transferred(from, to)))
                .onErrorMap(CheckViolation.class, e -> overdraft(transfer));
    }

    private Mono<User> add(long id, BigDecimal amount) {
        return db.get(User.class, id)
                .switchIfEmpty(NoSuchUser.error(id))
                .flatMap(user -> db.update(user)
                        .set(User_.balance, User_.balance.plus(amount))
                        .apply());
    }

    private static ResponseStatusException overdraft(Transfer transfer) {
        return new ResponseStatusException(
                HttpStatus.CONFLICT,
                "User %d has less than %s, so nothing was transferred.".formatted(transfer.from(), transfer.amount()));
    }
}
