package io.gino.benchmarks.data;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A row of {@code accounts}, as whichever class a contender makes of it. */
public interface AccountRow {

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

    /** The same in one form, to compare what contenders have read. */
    default Account toAccount() {
        return new Account(
                id(),
                name(),
                email(),
                age(),
                balance(),
                active(),
                score(),
                createdAt().toInstant().atOffset(ZoneOffset.UTC));
    }
}
