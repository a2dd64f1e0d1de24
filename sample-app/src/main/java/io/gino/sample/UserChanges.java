/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Optional;

/** What a PATCH changes: a field that it does not name stays as it is, and none of them can become null. */
class UserChanges {

    @JsonSetter(nulls = Nulls.FAIL)
    private Optional<@Text String> name = Optional.empty();

    @JsonSetter(nulls = Nulls.FAIL)
    private Optional<@Text @Email String> email = Optional.empty();

    @JsonSetter(nulls = Nulls.FAIL)
    private Optional<@PositiveOrZero @Digits(integer = 13, fraction = 2) BigDecimal> balance = Optional.empty();

    public Optional<String> name() {
        return name;
    }

    public Optional<String> email() {
        return email;
    }

    public Optional<BigDecimal> balance() {
        return balance;
    }
}
