/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import org.reactivestreams.Publisher;

/** Statements that run when it is their turn. */
final class GuestBatch implements Batch {

    private final Guest guest;
    private final Batch batch;

    GuestBatch(Guest guest, Batch batch) {
        this.guest = guest;
        this.batch = batch;
    }

    @Override
    public Batch add(String sql) {
        batch.add(sql);
        return this;
    }

    @Override
    public Publisher<? extends Result> execute() {
        return guest.results(batch::execute);
    }
}
