/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure.shop;

import io.gino.model.Column;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;

@GinoModel("customers")
public record Customer(
        @PrimaryKey Long id, @Column(nullable = false) String name) {}
