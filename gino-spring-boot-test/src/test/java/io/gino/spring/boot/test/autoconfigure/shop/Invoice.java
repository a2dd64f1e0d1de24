/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure.shop;

import io.gino.model.Column;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import io.gino.spring.boot.autoconfigure.GinoDatabase;

@GinoModel("invoices")
@GinoDatabase("orders")
public record Invoice(
        @PrimaryKey Long id, @Column(nullable = false) String name) {}
