/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.geo;

import io.gino.model.Column;
import io.gino.model.ForeignKey;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;

/** Stands before the country that it belongs to, so that its table cannot be created in the order of names. */
@GinoModel("cities")
public record City(
        @PrimaryKey Long id,
        @Column(nullable = false, unique = true) String name,
        @ForeignKey("countries.id") Long countryId) {

    public City(String name) {
        this(null, name, null);
    }
}
