/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of {@code accounts} as a record: a model of GINO's, an entity of Spring Data's, and plain for the others. */
@GinoModel("accounts")
@Table("accounts")
public record Account(
        @Id @PrimaryKey @Nullable Long id,
        String name,
        String email,
        int age,
        long balance,
        boolean active,
        double score,
        OffsetDateTime createdAt)
        implements AccountRow {

    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** The row with this number before it is stored; {@link Data} stores the same. */
    public static Account numbered(long number) {
        return new Account(
                null,
                "name-" + number,
                "name-" + number + "@example.com",
                (int) (number % 80),
                number * 7 % 10_000,
                number % 2 == 0,
                number / 8.0,
                FIRST.plusSeconds(number));
    }

    /** The rows with these numbers, before they are stored. */
    public static List<Account> numbered(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Account::numbered).toList();
    }

    /** The same with the key that it was stored under. */
    public Account withId(@Nullable Long stored) {
        return new Account(stored, name, email, age, balance, active, score, createdAt);
    }
}
