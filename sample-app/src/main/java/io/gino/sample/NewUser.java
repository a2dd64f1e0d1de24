/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Optional;

/** A user as a client gives it; without a balance the account begins empty. */
record NewUser(
        @NotNull @Text String name,
        @NotNull @Text @Email String email,
        Optional<@PositiveOrZero @Digits(integer = 13, fraction = 2) BigDecimal> balance) {

    User toUser() {
        return new User(name, email, balance.orElse(BigDecimal.ZERO));
    }
}
