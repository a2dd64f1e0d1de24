/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.geo;

import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;

/** Models where a scan could miss them, and what is none. */
public final class Geography {

    @GinoModel("countries")
    public static class Country {

        @PrimaryKey
        Long id;

        String name;
    }

    /** Names no table, so it is for others to extend. */
    @GinoModel
    public static class Place {

        @PrimaryKey
        Long id;
    }

    public record NoModel(Long id) {}

    private Geography() {}
}
