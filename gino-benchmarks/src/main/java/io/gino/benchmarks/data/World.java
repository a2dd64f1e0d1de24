/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import io.gino.model.Column;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of TechEmpower's table {@code world}. */
@GinoModel("world")
@Table("world")
public record World(
        @Id @PrimaryKey int id,

        @Column("randomnumber") @org.springframework.data.relational.core.mapping.Column("randomnumber")
        int randomNumber) {

    /** How many a request is about. */
    public static final int AT_ONCE = 20;

    /** The worlds of the request with this number, by id, with numbers that they have not had. */
    public static List<World> numbered(long request) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(i -> new World((int) (1 + (request * 7_919 + i * 613L) % Data.WORLDS), (int)
                        (1 + (request * 31 + i) % Data.WORLDS)))
                .sorted((one, other) -> Integer.compare(one.id(), other.id()))
                .toList();
    }
}
