/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import jakarta.validation.constraints.NotNull;

/** An address as a client gives it. */
record NewAddress(
        @NotNull @Text String street, @NotNull @Text String city) {

    Address of(long userId) {
        return new Address(null, userId, street, city);
    }
}
