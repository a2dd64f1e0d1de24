/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** So much from one user's account to another's. */
record Transfer(
        @NotNull Long from,
        @NotNull Long to,

        @NotNull @Positive @Digits(integer = 13, fraction = 2)
        BigDecimal amount) {}
