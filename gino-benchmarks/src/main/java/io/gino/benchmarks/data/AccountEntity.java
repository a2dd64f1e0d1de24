/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code accounts} as a class with fields, which GINO fills. */
@GinoModel("accounts")
public class AccountEntity implements AccountRow {

    @PrimaryKey
    private @Nullable Long id;

    private String name = "";
    private String email = "";
    private int age;
    private long balance;
    private boolean active;
    private double score;
    private OffsetDateTime createdAt = OffsetDateTime.MIN;

    public AccountEntity() {}

    public static AccountEntity of(Account account) {
        AccountEntity entity = new AccountEntity();
        entity.id = account.id();
        entity.name = account.name();
        entity.email = account.email();
        entity.age = account.age();
        entity.balance = account.balance();
        entity.active = account.active();
        entity.score = account.score();
        entity.createdAt = account.createdAt();
        return entity;
    }

    @Override
    public @Nullable Long id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String email() {
        return email;
    }

    @Override
    public int age() {
        return age;
    }

    @Override
    public long balance() {
        return balance;
    }

    @Override
    public boolean active() {
        return active;
    }

    @Override
    public double score() {
        return score;
    }

    @Override
    public OffsetDateTime createdAt() {
        return createdAt;
    }
}
