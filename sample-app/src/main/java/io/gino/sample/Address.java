/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import io.gino.model.Column;
import io.gino.model.ForeignKey;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import io.gino.schema.ReferenceAction;
import org.jspecify.annotations.Nullable;

/** Where a user lives; gone with the user. A record, to show that models can be records too. */
@GinoModel("addresses")
public record Address(
        @PrimaryKey @Nullable Long id,

        @Column(nullable = false, indexed = true) @ForeignKey(value = "users.id", onDelete = ReferenceAction.CASCADE)
        Long userId,

        @Column(type = "varchar(100)", nullable = false) String street,
        @Column(type = "varchar(100)", nullable = false) String city) {}
