/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A row of {@code accounts}, as whichever class a contender makes of it. */
public interface AccountRow extends Viewed {

    /** Null before the database has given one. */
    @Nullable
    Long id();

    String name();

    String email();

    int age();

    long balance();

    boolean active();

    double score();

    OffsetDateTime createdAt();

    @Override
    default Account view() {
        return new Account(
                id(),
                name(),
                email(),
                age(),
                balance(),
                active(),
                score(),
                createdAt().withOffsetSameInstant(ZoneOffset.UTC));
    }
}
