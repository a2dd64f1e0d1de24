/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.Gino;
import io.gino.benchmarks.data.Account;
import io.gino.engine.GinoEngine;
import reactor.core.publisher.Mono;

/** GINO with each read a statement of its own. */
public final class GinoUngathered implements Gets {

    private final Gino db;

    public GinoUngathered(String url) {
        db = new Gino()
                .bind(GinoEngine.builder(url)
                        .poolSize(0, CONNECTIONS)
                        .gatherReads(false)
                        .build());
        db.model(Account.class);
    }

    @Override
    public String name() {
        return "gino-ungathered";
    }

    @Override
    public Mono<Account> get(long id) {
        return db.get(Account.class, id);
    }

    @Override
    public Mono<Void> close() {
        return db.popBind().flatMap(GinoEngine::close);
    }
}
